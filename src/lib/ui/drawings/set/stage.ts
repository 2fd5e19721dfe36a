import type { Drawing } from '../drawing.ts';

/** A microphone on a stand, and a curtain. */
export const stage: Drawing = {
	ground: true,
	spots: [
		['clay', 'M14 12h44c0 40-8 72-30 90H14zM146 12h-44c0 40 8 72 30 90h14z'],
		['amber', 'M72 40a8 8 0 0 1 16 0v14a8 8 0 0 1-16 0z']
	],
	lines:
		'M10 12h140M14 12v92M58 12c0 40-8 74-30 92M36 12c0 40-4 66-14 84M146 12v92M102 12c0 40 8 74 30 92M124 12c0 40 4 66 14 84M72 40a8 8 0 0 1 16 0v14a8 8 0 0 1-16 0zM72 46h16M66 54c0 18 28 18 28 0M80 68v34M66 104c4-4 24-4 28 0'
};
