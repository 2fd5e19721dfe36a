import type { Drawing } from '../drawing.ts';

/** Two speech bubbles that meet. */
export const talk: Drawing = {
	spots: [
		['water', 'M20 26h72v40H56L42 80V66H20z'],
		['amber', 'M70 56h70v38h-18v13l-13-13H70z']
	],
	lines:
		'M22 24h70v28M92 52H72v14H56L42 80V66H22V24M72 52h68v42h-18v14l-14-14H72zM36 38h40M36 48h24M86 66h38M86 76h38M86 84h20'
};
