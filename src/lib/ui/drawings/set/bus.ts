import type { Drawing } from '../drawing.ts';

/** A bus on its road. */
export const bus: Drawing = {
	spots: [
		['amber', 'M24 38a8 8 0 0 1 8-8h92a12 12 0 0 1 12 12v44H24z'],
		['clay', 'M24 68h112v18h-112z']
	],
	paper: 'M34 40h20v20h-20zM60 40h20v20h-20zM86 40h20v20h-20zM112 40h15a5 5 0 0 1 5 5v15h-20z',
	lines:
		'M24 38a8 8 0 0 1 8-8h92a12 12 0 0 1 12 12v44H24zM24 68h112M34 40h20v20H34zM60 40h20v20H60zM86 40h20v20H86zM112 40h15a5 5 0 0 1 5 5v15h-20zM8 98h144M40 88a10 10 0 1 0 20 0a10 10 0 1 0-20 0M102 88a10 10 0 1 0 20 0a10 10 0 1 0-20 0',
	solid: 'M46 88a4 4 0 1 0 8 0a4 4 0 1 0-8 0M108 88a4 4 0 1 0 8 0a4 4 0 1 0-8 0'
};
