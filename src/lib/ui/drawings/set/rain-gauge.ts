import type { Drawing } from '../drawing.ts';

/** A rain gauge, half full, and a few drops. */
export const rainGauge: Drawing = {
	ground: true,
	spots: [
		['water', 'M62 68h34v34H62z'],
		['leaf', 'M116 102c-2-16 4-28 14-32c4 12-2 26-14 32z']
	],
	lines:
		'M56 40h46l-6 8v50a5 5 0 0 1-5 5H67a5 5 0 0 1-5-5V48zM62 68h34M62 58h8M62 68h12M62 78h8M62 88h12M116 102c-2-16 4-28 14-32c4 12-2 26-14 32zM120 92l6-10M44 18l-4 9M66 14l-4 9M88 16l-4 9M110 20l-4 9M30 34l-4 9M126 38l-4 9'
};
