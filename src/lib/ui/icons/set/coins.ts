import type { Icon } from '../icon.ts';

/** Coins: cost, resources. */
export const coins: Icon =
	'M4 7c0-1.7 2.6-3 6-3s6 1.3 6 3-2.6 3-6 3-6-1.3-6-3zM4 7v5c0 1.7 2.6 3 6 3M4 12v5c0 1.7 2.6 3 6 3M10 15.5c0-1.6 2.4-2.9 5.3-2.9s5.2 1.3 5.2 2.9v2.3c0 1.6-2.3 2.9-5.2 2.9S10 19.4 10 17.8z';
