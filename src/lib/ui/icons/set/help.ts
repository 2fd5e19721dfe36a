import type { Icon } from '../icon.ts';

/** A question in a ring: help. */
export const help: Icon =
	'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M9.5 9.6c.2-1.5 1.2-2.4 2.6-2.4s2.5.9 2.5 2.2c0 1.9-2.5 2.1-2.5 4M12.1 16.8h.01';
