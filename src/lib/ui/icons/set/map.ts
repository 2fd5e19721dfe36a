import type { Icon } from '../icon.ts';

/** A folded map. */
export const map: Icon =
	'M3.5 7L9 4.3l6 2.7 5.5-2.7v12.7L15 19.7 9 17l-5.5 2.7zM9 4.3V17M15 7v12.7';
