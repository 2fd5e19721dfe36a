import type { Icon } from '../icon.ts';

/** A sheet: file, my work. */
export const file: Icon =
	'M5.5 3.5h8.7l4.3 4.4v12.6h-13zM14.2 3.5v4.4h4.3M8.8 12.2h6.4M8.8 15.8h4.4';
