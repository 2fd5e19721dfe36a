import type { Icon } from '../icon.ts';

/** Two links of a chain: link. */
export const link: Icon =
	'M10 14a3.8 3.8 0 0 0 5.4 0l3.4-3.4a3.8 3.8 0 0 0-5.4-5.4L12 6.6M14 10a3.8 3.8 0 0 0-5.4 0l-3.4 3.4a3.8 3.8 0 0 0 5.4 5.4l1.4-1.4';
