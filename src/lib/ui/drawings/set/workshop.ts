import type { Drawing } from '../drawing.ts';

/** A board with a sketch, and two stools. */
export const workshop: Drawing = {
	ground: true,
	spots: [
		['water', 'M40 18h80v50h-80z'],
		['clay', 'M30 84h26v6H30zM104 84h26v6h-26z'],
		['amber', 'M58 58V44h12v14zM74 58V34h12v24zM90 58V50h12v8z']
	],
	lines:
		'M40 18h80v50H40zM80 68v10M58 104l22-26l22 26M58 58V44h12v14M74 58V34h12v24M90 58v-8h12v8M52 58h56M30 84h26v6H30zM33 90l-3 15M53 90l3 15M104 84h26v6h-26zM107 90l-3 15M127 90l3 15'
};
