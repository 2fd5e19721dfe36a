import type { Drawing } from '../drawing.ts';

/** Books on a shelf; one leans. */
export const library: Drawing = {
	spots: [
		['water', 'M26 32h16v62h-16z'],
		['amber', 'M46 42h12v52h-12z'],
		['clay', 'M60 26h18v68h-18z'],
		['leaf', 'M92 40l15-5l19 57l-15 4z']
	],
	paper: 'M80 46h9v48h-9z',
	lines:
		'M14 95h132M20 95v10M140 95v10M26 32h16v62H26zM26 44h16M26 82h16M46 42h12v52H46zM60 26h18v68H60zM60 40h18M60 46h18M80 46h9v48h-9zM92 40l15-5l19 57l-15 4zM96 52l15-5'
};
