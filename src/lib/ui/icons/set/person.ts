import type { Icon } from '../icon.ts';

/** One person: me, alone. */
export const person: Icon =
	'M8.1 8a3.9 3.9 0 1 0 7.8 0a3.9 3.9 0 1 0 -7.8 0M4.6 20.3c.8-3.9 3.6-5.9 7.4-5.9s6.6 2 7.4 5.9';
