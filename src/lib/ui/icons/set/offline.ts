import type { Icon } from '../icon.ts';

/** A cloud with a gap: no connection. */
export const offline: Icon =
	'M8.2 18.5H7a4 4 0 0 1-.6-7.95A5.7 5.7 0 0 1 9 6.8M12 6a5.7 5.7 0 0 1 5.4 4.2 4.2 4.2 0 0 1 .2 8.3h-5M4 4l16 16';
