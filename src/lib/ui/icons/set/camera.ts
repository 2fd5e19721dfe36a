import type { Icon } from '../icon.ts';

/** A camera: show it in a picture. */
export const camera: Icon =
	'M4 8h3.6l1.7-2.5h5.4L16.4 8H20a1 1 0 0 1 1 1v9.5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1zM8.6 13.5a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0 -6.8 0';
