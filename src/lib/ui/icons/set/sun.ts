import type { Icon } from '../icon.ts';

/** A sun on the horizon: today. */
export const sun: Icon =
	'M3 18h18M6.2 18a5.8 5.8 0 0 1 11.6 0M12 5.2v3.2M4.7 9.4l2.1 1.9M19.3 9.4l-2.1 1.9';
