import type { Drawing } from '../drawing.ts';

/** A small guitar with four strings. */
export const instrument: Drawing = {
	spots: [
		[
			'clay',
			'M40 100c-18-6-20-28-4-36c10-5 12-10 18-16c12-10 30 6 22 20c-4 8-8 10-10 18c-4 12-14 18-26 14z'
		],
		['amber', 'M118 14l14 10l-8 10l-13-9z']
	],
	lines:
		'M40 100c-18-6-20-28-4-36c10-5 12-10 18-16c12-10 30 6 22 20c-4 8-8 10-10 18c-4 12-14 18-26 14zM66 50l45-25M76 60l48-26M118 14l14 10l-8 10l-13-9zM36 84l10 10M44 86l76-62M40 90l80-60M118 14l4-5M132 24l5-3M49 72a7 7 0 1 0 14 0a7 7 0 1 0-14 0',
	solid: 'M51 72a5 5 0 1 0 10 0a5 5 0 1 0-10 0'
};
