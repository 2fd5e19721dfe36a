import type { Drawing } from '../drawing.ts';

/** A computer that shows a rising line. */
export const screen: Drawing = {
	ground: true,
	spots: [
		['water', 'M38 26h84v54h-84z'],
		['amber', 'M46 72V58h12v14zM64 72V50h12v22zM82 72V54h12v18zM100 72V40h12v32z']
	],
	lines: 'M38 26h84v54H38zM26 98l12-18h84l12 18zM46 72h68M48 56l20-8l20 5l22-19M70 90h20'
};
