import type { Drawing } from '../drawing.ts';

/** The roof line of a meeting house on its ground. */
export const marae: Drawing = {
	spots: [
		['leaf', 'M6 96c36-6 112-6 148 0v10H6z'],
		['clay', 'M80 30L24 66v8L80 40l56 34v-8z'],
		['amber', 'M36 68h8v30h-8zM116 68h8v30h-8z']
	],
	paper: 'M46 98V64l34-21l34 21v34z',
	lines:
		'M80 30L24 66v8L80 40l56 34v-8zM36 67v31h8V62M116 62v36h8V67M46 98h68M62 98V72h14v26M88 74h16v12H88zM6 97c10-2 18-2.5 28-3M126 94c10 .5 18 1 28 3M80 30V20',
	solid: 'M77.8 18a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0'
};
