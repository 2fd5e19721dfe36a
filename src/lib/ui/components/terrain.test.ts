import { describe, expect, test } from 'vitest';
import { labelSides, pathKind, tallPlaces, type TerrainPlace } from './terrain.ts';

const place = (id: string, x: number, y: number): TerrainPlace => ({
	id,
	title: 'A place with a name',
	state: 'secure',
	x,
	y
});

describe('sides of labels', () => {
	test('a label alone stands after its shape', () => {
		expect(labelSides([place('a', 50, 50)], [], 700, 630)).toEqual(['end']);
	});

	test('at the end of the map it stands before it', () => {
		expect(labelSides([place('a', 96, 50)], [], 700, 630)).toEqual(['start']);
	});

	test('it leaves a neighbour its room', () => {
		const [first] = labelSides([place('a', 40, 50), place('b', 52, 50)], [], 700, 630);
		expect(first).not.toBe('end');
	});

	test('it keeps off a path that runs through its first place', () => {
		const both = [place('a', 30, 50), place('b', 80, 50)];
		expect(labelSides(both, [], 700, 630)[0]).toBe('end');
		expect(labelSides(both, [[0, 1]], 700, 630)[0]).not.toBe('end');
	});
});

test('a path is walked where the learner has been, ahead where not, soft where it only helps', () => {
	expect(pathKind({ from: 'a', to: 'b' }, 'secure')).toBe('walked');
	expect(pathKind({ from: 'a', to: 'b' }, 'ready')).toBe('next');
	expect(pathKind({ from: 'a', to: 'b' }, 'unexplored')).toBe('next');
	expect(pathKind({ from: 'a', to: 'b', soft: true }, 'secure')).toBe('soft');
});

test('on the tall map no two places share a line, and what lies further on lies higher', () => {
	const tall = tallPlaces([place('a', 10, 90), place('b', 50, 50), place('c', 90, 10)]);
	const [a = 0, b = 0, c = 0] = tall.map(({ y }) => y);
	expect(a).toBeGreaterThan(b);
	expect(b).toBeGreaterThan(c);
});

test('a place keeps the tall position it was given', () => {
	expect(tallPlaces([{ ...place('a', 1, 1), tall: { x: 7, y: 8 } }])).toEqual([{ x: 7, y: 8 }]);
});
