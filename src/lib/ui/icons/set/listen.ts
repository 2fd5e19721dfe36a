import type { Icon } from '../icon.ts';

/** A loudspeaker: read aloud. */
export const listen: Icon =
	'M4 9.6v4.8h3.4l4.6 4V5.6l-4.6 4zM15.4 9.1a4.1 4.1 0 0 1 0 5.8M18.1 6.5a7.8 7.8 0 0 1 0 11';
