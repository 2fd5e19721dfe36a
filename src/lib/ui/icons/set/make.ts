import type { Icon } from '../icon.ts';

/** Scissors: I make something. */
export const make: Icon =
	'M3.9 17.3a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0M14.9 17.3a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0M8 15.2L16.5 3.5M16 15.2L7.5 3.5';
