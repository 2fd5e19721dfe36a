import type { Icon } from '../icon.ts';

/** A roof over people: marae, community place. */
export const meeting: Icon =
	'M2.8 11.5L12 5l9.2 6.5M5 10.2V20M19 10.2V20M12 5V3M9.2 20v-5.6h5.6V20';
