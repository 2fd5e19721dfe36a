import type { Drawing } from '../drawing.ts';

/** The moon and three stars. */
export const moon: Drawing = {
	spots: [
		[
			'amber',
			'M92 12c-24 4-40 24-40 48s18 46 44 48c16 1 30-6 38-18c-34 4-60-16-60-42c0-14 6-28 18-36z'
		],
		['water', 'M118 34l4 9l10 1l-7 7l2 10l-9-5l-9 5l2-10l-7-7l10-1z']
	],
	lines:
		'M92 12c-24 4-40 24-40 48s18 46 44 48c16 1 30-6 38-18c-34 4-60-16-60-42c0-14 6-28 18-36zM118 34l4 9l10 1l-7 7l2 10l-9-5l-9 5l2-10l-7-7l10-1zM28 26v12M22 32h12M26 84v10M21 89h10M142 66v8M138 70h8'
};
