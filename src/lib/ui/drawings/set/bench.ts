import type { Drawing } from '../drawing.ts';

/** A hammer, a plank and a saw on a bench. */
export const bench: Drawing = {
	ground: true,
	spots: [
		['amber', 'M22 72h116v9h-116z'],
		['clay', 'M52 34h30v12H52z'],
		['water', 'M92 52l42-22v14L104 64z']
	],
	lines:
		'M22 72h116v9H22zM34 81l-4 24M126 81l4 24M52 34h30v12H52zM64 46l-3 26M71 46l2 26M92 52l42-22v14L104 64zM104 64l-3 6c-6 3-14-1-13-8l4-10M110 60l2 4M117 56l2 4M124 52l2 4'
};
