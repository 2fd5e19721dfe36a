import { expect, test } from 'vitest';
import { historyActions } from '#lib/server/modules/people/index.ts';
import { historyWords } from '#lib/ui/patterns/history/history-words.ts';

test('every action that a history tells has its words, and no words are for nothing', () => {
	expect(Object.keys(historyWords).toSorted()).toEqual(historyActions(true).toSorted());
});
