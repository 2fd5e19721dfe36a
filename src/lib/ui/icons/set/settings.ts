import type { Icon } from '../icon.ts';

/** Sliders: settings. */
export const settings: Icon =
	'M4 7.5h7M15.5 7.5H20M4 16.5h4M12.5 16.5H20M11 7.5a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0 -4.4 0M8 16.5a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0 -4.4 0';
