import type { Icon } from '../icon.ts';

/** A bus: how to get there. */
export const bus: Icon =
	'M5 4.5h14a1.5 1.5 0 0 1 1.5 1.5v11h-17V6A1.5 1.5 0 0 1 5 4.5zM3.5 11.5h17M6.5 17v2.5M17.5 17v2.5M7 14.2h.01M17 14.2h.01';
