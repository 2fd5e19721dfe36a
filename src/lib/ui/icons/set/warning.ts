import type { Icon } from '../icon.ts';

/** An exclamation in a ring: look here. */
export const warning: Icon =
	'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 7.2v5.6M12 16.4h.01';
