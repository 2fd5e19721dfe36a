import type { Drawing } from '../drawing.ts';

/** A full basket, steaming, between warm stones. */
export const hangi: Drawing = {
	ground: true,
	spots: [
		['clay', 'M44 62h72l-9 40H53z'],
		['leaf', 'M46 62c2-14 14-18 22-10c6-12 20-12 26 0c8-8 20-4 21 10z'],
		['amber', 'M22 100c2-7 14-7 16 0zM122 100c3-9 18-9 20 0z']
	],
	lines:
		'M44 62h72l-9 40H53zM48 76h64M50.5 89h59M62 62l4 40M80 62v40M98 62l-4 40M46 62c2-14 14-18 22-10c6-12 20-12 26 0c8-8 20-4 21 10M44 62c-3-8-3-14 0-22M116 62c3-8 3-14 0-22M66 38c-5-6 5-9 0-16M80 34c-5-6 5-9 0-16M94 38c-5-6 5-9 0-16M22 101c2-8 14-8 16 0M122 101c3-10 18-10 20 0'
};
