import { expect, test } from 'vitest';
import { parentsFirst, type NewOutcome } from './framework.ts';

const outcome = (sourceId: string, parentId: string | null): NewOutcome => ({
	sourceId,
	parentId,
	code: null,
	statement: sourceId,
	kind: 'outcome',
	strandKey: null,
	ages: null
});

test('a parent comes before its children, whatever the order of the file', () => {
	const given = [outcome('c', 'b'), outcome('b', 'a'), outcome('a', null), outcome('d', 'a')];
	expect(parentsFirst(given).map(({ sourceId }) => sourceId)).toEqual(['a', 'b', 'c', 'd']);
});

test('each comes once; a parent that is not there is not waited for', () => {
	const given = [outcome('x', 'gone'), outcome('y', 'x'), outcome('z', 'x')];
	expect(parentsFirst(given).map(({ sourceId }) => sourceId)).toEqual(['x', 'y', 'z']);
});
