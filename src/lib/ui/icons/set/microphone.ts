import type { Icon } from '../icon.ts';

/** A microphone: record my voice. */
export const microphone: Icon =
	'M12 3.5a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3zM5.8 11.5a6.2 6.2 0 0 0 12.4 0M12 17.7v3';
