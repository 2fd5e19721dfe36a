import type { Drawing } from '../drawing.ts';

/** Two wheels and the chain between them. */
export const gears: Drawing = {
	spots: [
		['water', 'M26 66a30 30 0 1 0 60 0a30 30 0 1 0-60 0'],
		['amber', 'M104 62a14 14 0 1 0 28 0a14 14 0 1 0-28 0']
	],
	paper: 'M41 66a15 15 0 1 0 30 0a15 15 0 1 0-30 0M112 62a6 6 0 1 0 12 0a6 6 0 1 0-12 0',
	lines:
		'M26 66a30 30 0 1 0 60 0a30 30 0 1 0-60 0M41 66a15 15 0 1 0 30 0a15 15 0 1 0-30 0M104 62a14 14 0 1 0 28 0a14 14 0 1 0-28 0M112 62a6 6 0 1 0 12 0a6 6 0 1 0-12 0M56 51v-9M56 81v9M41 66h-9M71 66h9M59 34l61 12M59 98l61-20',
	solid:
		'M52.5 66a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M115.6 62a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0'
};
