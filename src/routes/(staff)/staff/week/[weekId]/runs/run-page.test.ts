import { expect, test } from 'vitest';
import { levelViews } from './run-page.ts';

const levels = (complete: number, entitlement: number) => [
	complete,
	entitlement,
	...Array(9).fill(0)
];

test('a level is drawn from the first week to what is kept now; one that never missed anything is not', () => {
	const [complete, entitlement] = levelViews({
		curve: [
			{ moves: 0, levels: levels(0, 100) },
			{ moves: 25, levels: levels(0, 50) },
			{ moves: 100, levels: levels(0, 50) }
		],
		levels: levels(0, 0)
	});
	expect(complete?.drawing).toBeNull();
	expect(entitlement).toMatchObject({
		key: 'entitlement',
		first: 100,
		now: 0,
		drawing: { line: 'M0 4.5H60V19H120V19V33.5', x: 120, y: 33.5 }
	});
});

test('before the first look there is nothing to draw, and nothing breaks', () => {
	expect(levelViews({ curve: null, levels: null })[0]).toEqual({
		key: 'complete',
		first: 0,
		now: 0,
		drawing: null
	});
});
