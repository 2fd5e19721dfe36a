import type { Drawing } from '../drawing.ts';

/** Hills, a river between them, a low sun. */
export const river: Drawing = {
	spots: [
		['amber', 'M106 32a14 14 0 1 0 28 0a14 14 0 1 0-28 0'],
		['leaf', 'M12 88C30 50 58 42 82 66C102 40 132 46 150 88z'],
		['water', 'M80 66c-8 10 20 14 10 24c-8 8-30 8-36 18h56c2-8 18-12 8-24c-6-7-18-8-26-18z']
	],
	lines:
		'M12 88C30 50 58 42 82 66C102 40 132 46 150 88M107 31a14 14 0 1 0 28 0a14 14 0 1 0-28 0M82 66c-8 10 18 14 8 24c-8 8-30 8-36 18M92 60c2 12 20 16 26 24c10 12-6 16-8 24M28 32c5-5 9-5 13 0c4-5 8-5 13 0M52 22c3-3 6-3 9 0c3-3 6-3 9 0'
};
