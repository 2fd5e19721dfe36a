import type { Drawing } from '../drawing.ts';

/** A kite with its tail. */
export const kite: Drawing = {
	spots: [
		['clay', 'M92 8l40 30l-40 12z'],
		['amber', 'M92 8L68 46l24 4z'],
		['water', 'M92 50l40-12l-50 50z'],
		['leaf', 'M68 46l24 4l-10 38z']
	],
	lines:
		'M92 8l40 30l-50 50L68 46zM92 8l-10 80M68 46l64-8M82 88c-6 8-16 4-22 10s-2 12-12 12M60 92l8 12M70 98l-14 2M46 104l4 12M54 106l-12 8M82 88C60 84 30 60 12 14'
};
