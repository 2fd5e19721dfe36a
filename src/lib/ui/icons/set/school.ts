import type { Icon } from '../icon.ts';

/** A school. */
export const school: Icon =
	'M4 20V10.5h16V20M12 3.5v7M12 4h5l-1.5 1.7L17 7.4h-5M2.5 20h19M10 20v-4.5h4V20';
