import type { Icon } from '../icon.ts';

/** A pin: where. */
export const place: Icon =
	'M12 21c4.4-4.9 6.5-8 6.5-11a6.5 6.5 0 0 0-13 0c0 3 2.1 6.1 6.5 11zM9.7 10a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0 -4.6 0';
