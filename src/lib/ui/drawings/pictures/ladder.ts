import type { Drawing } from '../drawing.ts';

/** A ladder at a tree. */
export const ladder: Drawing = {
	ground: true,
	spots: [
		[
			'leaf',
			'M70 44c-4-20 12-36 32-34c20-4 40 10 38 30c8 14-4 30-20 28c-10 8-28 8-34-2c-14 0-22-10-16-22z'
		],
		['amber', 'M34 106L66 22l8 3l-32 84zM62 108L90 34l8 3l-28 74z']
	],
	lines:
		'M82 62c-10-2-16-10-12-18c-4-20 12-36 32-34c20-4 40 10 38 30c8 14-4 30-20 28c-6 5-14 7-22 6M112 106V72M126 106V68M34 106L66 22M42 109L74 25M62 108L90 34M70 111L98 37M44 82l22 8M50 66l22 8M56 50l22 8M62 34l22 8M112 84l-8-8'
};
