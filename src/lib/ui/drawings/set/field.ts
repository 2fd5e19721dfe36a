import type { Drawing } from '../drawing.ts';

/** Posts, a ball and short grass. */
export const field: Drawing = {
	spots: [
		['leaf', 'M8 92c40-8 104-8 144 0v16H8z'],
		['amber', 'M88 92c0-8 10-16 22-15c5 12-2 22-14 22c-5 0-8-3-8-7z']
	],
	lines:
		'M8 92c40-8 104-8 144 0M40 90V20M84 90V20M40 62h44M88 93c0-9 10-17 22-16c5 12-2 22-14 22c-5 0-8-2-8-6zM94 94c3-6 7-10 12-12M97 86l5 5M20 100l4-5l3 5M124 102l4-5l3 5M58 102l4-5l3 5'
};
