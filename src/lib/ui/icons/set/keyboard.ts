import type { Icon } from '../icon.ts';

/** A keyboard. */
export const keyboard: Icon =
	'M3.5 6.5h17v11h-17zM8.5 14.3h7M7 10h.01M10.3 10h.01M13.7 10h.01M17 10h.01';
