import { expect, test } from 'vitest';
import { newUuid, type OutcomeId } from '../../platform/ids.ts';
import type { ItemId } from '../curriculum/index.ts';
import { readAnswer } from './answer-fields.ts';
import { isShortCheckDone, type CheckResult } from './check.ts';

const answers = (results: readonly CheckResult[]) =>
	results.map((result) => ({
		itemId: newUuid<ItemId>(new Date(0)),
		outcomeId: newUuid<OutcomeId>(new Date(0)),
		result,
		given: null
	}));

test('a short check ends when two answers agree, or after three', () => {
	expect(isShortCheckDone(answers([]))).toBe(false);
	expect(isShortCheckDone(answers(['right']))).toBe(false);
	expect(isShortCheckDone(answers(['right', 'wrong']))).toBe(false);
	expect(isShortCheckDone(answers(['right', 'right']))).toBe(true);
	expect(isShortCheckDone(answers(['wrong', 'dont-know-yet']))).toBe(true);
	expect(isShortCheckDone(answers(['right', 'wrong', 'right']))).toBe(true);
});

test('plain form fields become a response of the item’s kind', () => {
	const none = { 'keys[]': [], 'order[]': [], 'pairs[]': [] };
	expect(readAnswer('choice', { ...none, key: 'a' })).toEqual({ key: 'a' });
	expect(readAnswer('number', { ...none, text: '3' })).toEqual({ text: '3' });
	expect(readAnswer('several-choice', { ...none, 'keys[]': ['a'] })).toEqual({ keys: ['a'] });
	// one thing in two places leaves a place open
	expect(readAnswer('ordering', { ...none, 'order[]': ['a', 'a', ''] })).toEqual({ keys: ['a'] });
	expect(readAnswer('matching', { ...none, 'pairs[]': ['a x', 'b'] })).toEqual({
		pairs: [['a', 'x'], ['b']]
	});
});
