import type { Icon } from '../icon.ts';

/** A raised hand: stuck, help me. */
export const hand: Icon =
	'M8 13.4V6a1.5 1.5 0 0 1 3 0v5V4.2a1.5 1.5 0 0 1 3 0V11V6a1.5 1.5 0 0 1 3 0v8c0 4.2-2.1 7-5.5 7-2.7 0-4.2-1.3-5.5-3.9l-2.3-4.5c-.7-1.5 1.2-2.6 2.2-1.3z';
