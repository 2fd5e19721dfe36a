import type { Drawing } from '../drawing.ts';

/** A pair of gumboots. */
export const gumboot: Drawing = {
	ground: true,
	spots: [
		['amber', 'M28 22h34v52c0 6 4 8 12 10c8 2 12 6 12 14v8H28z'],
		['clay', 'M88 30h30v48c0 6 4 8 10 10c8 2 12 6 12 12v6H92v-10z']
	],
	lines:
		'M28 22h34v50c0 8 4 10 12 12c8 2 12 6 12 14v8H28zM28 34h34M28 98h58M88 88V30h30v46c0 8 4 10 10 12c8 2 12 6 12 12v6H86M88 42h30M86 100h54M36 44v34'
};
