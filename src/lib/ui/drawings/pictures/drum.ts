import type { Drawing } from '../drawing.ts';

/** A drum and its two sticks. */
export const drum: Drawing = {
	ground: true,
	spots: [
		['clay', 'M30 50v40c0 10 22 18 50 18s50-8 50-18V50z'],
		['amber', 'M30 50c0-10 22-18 50-18s50 8 50 18s-22 18-50 18s-50-8-50-18z']
	],
	lines:
		'M30 50c0-10 22-18 50-18s50 8 50 18s-22 18-50 18s-50-8-50-18zM30 50v40c0 10 22 18 50 18s50-8 50-18V50M30 58l18 42l18-32l14 40l14-40l18 32l18-42M40 10l34 36M120 10L92 44',
	solid: 'M70 46a5 5 0 1 0 10 0a5 5 0 1 0-10 0M86 44a5 5 0 1 0 10 0a5 5 0 1 0-10 0'
};
