import type { Icon } from '../icon.ts';

/** Waves: I do, I move. */
export const move: Icon =
	'M3 8.5c2-1.8 4-1.8 6 0s4 1.8 6 0 4-1.8 6 0M3 15.5c2-1.8 4-1.8 6 0s4 1.8 6 0 4-1.8 6 0';
