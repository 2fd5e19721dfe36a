import type { Icon } from '../icon.ts';

/** A bin: take away. */
export const trash: Icon =
	'M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5L7.5 20h9l1-13.5M10.3 10.5l.3 6M13.7 10.5l-.3 6';
