import type { Icon } from '../icon.ts';

/** An open book: reading, a lesson, curriculum. */
export const book: Icon =
	'M12 6.5C9.8 5 7 4.4 3.5 4.5v13.8c3.5-.1 6.3.5 8.5 2 2.2-1.5 5-2.1 8.5-2V4.5C17 4.4 14.2 5 12 6.5zM12 6.5v13.8';
