import type { Drawing } from '../drawing.ts';

/** Three tins of paint and a brush. */
export const paint: Drawing = {
	ground: true,
	spots: [
		['water', 'M24 54h36v48H24z'],
		['amber', 'M66 66h30v36H66z'],
		['leaf', 'M102 44h34v58h-34z']
	],
	paper: 'M24 54a18 6 0 0 1 36 0a18 6 0 0 1-36 0zM66 66a15 5 0 0 1 30 0a15 5 0 0 1-30 0z',
	lines:
		'M24 54a18 6 0 0 1 36 0a18 6 0 0 1-36 0zM24 54v44c0 8 36 8 36 0V54M66 66a15 5 0 0 1 30 0a15 5 0 0 1-30 0zM66 66v33c0 7 30 7 30 0V66M102 44a17 6 0 0 1 34 0a17 6 0 0 1-34 0zM102 44v54c0 8 34 8 34 0V44M34 64v14M42 66v22M50 64v9M76 76v9M118 44l10-26M128 18l5-12l5 2l-4 12z'
};
