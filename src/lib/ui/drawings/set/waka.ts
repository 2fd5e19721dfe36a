import type { Drawing } from '../drawing.ts';

/** A canoe and its paddle on the water. */
export const waka: Drawing = {
	spots: [
		['clay', 'M16 64c36 12 92 12 128-2c-4 18-18 26-40 26H52c-20 0-32-8-36-24z'],
		['water', 'M6 88c10-6 18-6 28 0s18 6 28 0s18-6 28 0s18 6 28 0s18-6 28 0v16H6z']
	],
	lines:
		'M16 64c36 12 92 12 128-2c-3 12-9 19-18 23M16 64c3 11 8 18 16 22M6 88c10-6 18-6 28 0s18 6 28 0s18-6 28 0s18 6 28 0s18-6 28 0M18 100c8-5 14-5 22 0s14 5 22 0M86 100c8-5 14-5 22 0s14 5 22 0M96 78L120 24M120 24c-6-10-2-18 6-16c6 4 4 12-3 18zM44 71v15M76 73v14M108 70v13'
};
