import type { Drawing } from '../drawing.ts';

/** A small house under a tree. */
export const home: Drawing = {
	spots: [
		['clay', 'M22 60l36-28l36 28z'],
		['leaf', 'M98 54a24 24 0 1 0 48 0a24 24 0 1 0-48 0'],
		['amber', 'M52 76h14v28h-14z']
	],
	paper: 'M30 60h56v44H30z',
	lines:
		'M22 60l36-28l36 28zM30 60v44h56V60M52 104V76h14v28M38 68h10v10H38zM72 76h8v10h-8zM122 104V62M122 78l10-9M122 70l-8-7M10 105h142M98 54a24 24 0 1 0 48 0a24 24 0 1 0-48 0'
};
