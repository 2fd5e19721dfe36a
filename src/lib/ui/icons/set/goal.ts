import type { Icon } from '../icon.ts';

/** A target of two rings: goal. */
export const goal: Icon =
	'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M8.6 12a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0 -6.8 0';
