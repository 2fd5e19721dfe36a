import type { Drawing } from '../drawing.ts';

/** A pack for a day outside. */
export const backpack: Drawing = {
	ground: true,
	spots: [
		['leaf', 'M52 42c0-24 56-24 56 0v60H52z'],
		['amber', 'M60 70h40v26H60z'],
		['water', 'M108 66h10v32h-10z']
	],
	lines:
		'M52 42c0-24 56-24 56 0v61H52zM68 26c0-14 24-14 24 0M60 70h40v26H60zM60 78h40M76 78v7h8v-7M52 52h56M52 60c-10 2-12 40-4 43M108 66h10v33h-10zM110 60h6v6h-6z'
};
