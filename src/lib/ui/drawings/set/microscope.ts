import type { Drawing } from '../drawing.ts';

/** A microscope and a slide. */
export const microscope: Drawing = {
	ground: true,
	spots: [
		['water', 'M70 24l16-8l18 36l-16 8z'],
		['amber', 'M56 78h40v6h-40z'],
		['clay', 'M44 96h72v8H44z']
	],
	lines:
		'M70 24l16-8l18 36l-16 8zM72 14l10-5l3 6l-10 5zM90 58l4 8l8-4l-4-8M98 32c26 8 32 44 8 64M56 78h40v6H56zM76 84v12M44 96h72v8H44zM66 74h20'
};
