import type { Icon } from '../icon.ts';

/** A signpost: what next. */
export const signpost: Icon =
	'M12 21V3.5M12 5h6.3L20.5 7.3l-2.2 2.3H12M12 11.3H5.7L3.5 13.6l2.2 2.3H12';
