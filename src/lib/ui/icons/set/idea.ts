import type { Icon } from '../icon.ts';

/** A lamp: idea, activity. */
export const idea: Icon =
	'M9.6 18.4h4.8M10.6 21h2.8M8.7 15.4c-2-1.4-3.1-3.2-3.1-5.5a6.4 6.4 0 0 1 12.8 0c0 2.3-1.1 4.1-3.1 5.5z';
