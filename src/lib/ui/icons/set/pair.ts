import type { Icon } from '../icon.ts';

/** Two people: with one other. */
export const pair: Icon =
	'M5.1 8.8a2.9 2.9 0 1 0 5.8 0a2.9 2.9 0 1 0 -5.8 0M14.1 9.6a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0M2.6 19.3c.5-3.2 2.5-5 5.4-5 2.3 0 3.9 1 4.7 2.8M13.3 16.6c.8-1.3 1.9-1.9 3.3-1.9 2.5 0 4.2 1.6 4.7 4.4';
