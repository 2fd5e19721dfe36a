import { expect, test } from 'vitest';
import { movedTo, tapped } from './wish-view.ts';

test('a tap puts a choice at the end, a second one takes it away, a full list stays', () => {
	expect(tapped(['a'], 'b', 3)).toEqual(['a', 'b']);
	expect(tapped(['a', 'b'], 'a', 3)).toEqual(['b']);
	expect(tapped(['a', 'b'], 'c', 2)).toEqual(['a', 'b']);
});

test('a line is moved up, down and nowhere', () => {
	expect(movedTo(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
	expect(movedTo(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
	expect(movedTo(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
	expect(movedTo(['a', 'b', 'c'], 'c', 3)).toEqual(['a', 'b', 'c']);
	expect(movedTo(['a', 'b'], 'x', 0)).toEqual(['a', 'b']);
});
