import type { Drawing } from '../drawing.ts';

/** A sheet with bars on a line, and a pencil. */
export const page: Drawing = {
	spots: [
		['amber', 'M42 40h48v9h-48z'],
		['water', 'M42 62h30v9h-30z'],
		['clay', 'M118 44l12 7l-24 42l-13 8l1-15z']
	],
	lines:
		'M30 18h64l18 18v22M30 18v86h60M94 18v18h18M42 40h48v9H42zM42 62h30v9H42zM42 36v18M42 58v18M42 86h34M118 44l12 7l-24 42l-13 8l1-15zM94 86l12 7M112 54l12 7'
};
