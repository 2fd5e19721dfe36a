import type { Drawing } from '../drawing.ts';

/** A camera. */
export const camera: Drawing = {
	ground: true,
	spots: [
		['clay', 'M30 46h100v54H30z'],
		['water', 'M64 72a20 20 0 1 0 40 0a20 20 0 1 0-40 0']
	],
	paper: 'M73 72a11 11 0 1 0 22 0a11 11 0 1 0-22 0',
	lines:
		'M30 46h26l8-14h40l8 14h18v54H30zM30 58h30M108 58h22M63 72a21 21 0 1 0 42 0a21 21 0 1 0-42 0M72 72a12 12 0 1 0 24 0a12 12 0 1 0-24 0M40 40h10v6H40z',
	solid: 'M117.8 52a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0M80 72a4 4 0 1 0 8 0a4 4 0 1 0-8 0'
};
