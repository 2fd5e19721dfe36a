import type { Icon } from '../icon.ts';

/** A compass: futures, roads to explore. */
export const compass: Icon =
	'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M15.8 8.2l-2.2 5.4-5.4 2.2 2.2-5.4z';
