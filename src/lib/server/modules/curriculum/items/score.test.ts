import { describe, expect, test } from 'vitest';
import { toValidation } from './item-view.ts';
import { score } from './score.ts';
import { validateResponse, type ResponseInput } from './response.ts';
import type { Item } from './item.ts';
import { choiceItem, expressionItem, numberItem, oneOfEach } from './testing.ts';

async function scored(item: Item, input: ResponseInput) {
	const response = validateResponse(toValidation(item), input);
	return response.ok ? score(item, response.value) : response.error.code;
}

describe.each(oneOfEach())('an item of the kind $item.kind', ({ item, right, wrong }) => {
	test('takes its own answer', async () => {
		expect(await scored(item, right)).toEqual({ outcome: 'right' });
	});
	test('refuses another', async () => {
		expect(await scored(item, wrong)).toEqual({ outcome: 'wrong' });
	});
	test('says so when nothing was answered', async () => {
		const empty = { key: '', keys: [], text: '  ', pairs: [] };
		expect(await scored(item, empty)).toBe('item.answer-empty');
	});
	test('says so when something else arrives', async () => {
		const bad = { key: 'no-such', keys: ['no-such'], pairs: [['no', 'such']], text: 7 };
		expect(await scored(item, bad)).toMatch(/^item\.answer-(not-offered|unreadable)$/);
	});
});

test('a response of another kind is unreadable, not wrong', async () => {
	const given = await score(choiceItem(['1', '2']), { kind: 'number', text: '1' });
	expect(given.outcome).toBe('unreadable');
});

test('text that is no mathematics is unreadable, not wrong', async () => {
	expect(await scored(numberItem('3'), { text: 'dunno :-(' })).toEqual({
		outcome: 'unreadable',
		reason: 'item.answer-unreadable'
	});
});

test('units: bare, the same, another that converts, one that does not', async () => {
	const item = numberItem('250', {}, 'cm');
	const right = { outcome: 'right' };
	for (const text of ['250', '250 cm', '2.5 m', '2500mm', '250 centimetres', '2 1/2 m']) {
		expect(await scored(item, { text }), text).toEqual(right);
	}
	expect(await scored(item, { text: '2.5' })).toEqual({ outcome: 'wrong' });
	expect(await scored(item, { text: '250 kg' })).toEqual({
		outcome: 'wrong',
		reason: 'item.answer-unit'
	});
	const area = numberItem('12', {}, 'cm²');
	for (const text of ['12', '12 cm^2', '12cm2', '12 square centimetres']) {
		expect(await scored(area, { text }), text).toEqual(right);
	}
	expect(await scored(numberItem('3.5', {}, '$'), { text: '$3.50' })).toEqual(right);
});

test('the form asked for', async () => {
	const lowest = numberItem('2/3', { form: 'lowest-terms' });
	expect(await scored(lowest, { text: '2/3' })).toEqual({ outcome: 'right' });
	expect(await scored(lowest, { text: '4/6' })).toEqual({
		outcome: 'wrong',
		reason: 'item.answer-form'
	});
	const factored = expressionItem('(x+1)(x-1)', { form: 'factored' });
	expect(await scored(factored, { text: '(x-1)(1+x)' })).toEqual({ outcome: 'right' });
	expect((await scored(factored, { text: 'x^2-1' })).valueOf()).toMatchObject({ outcome: 'wrong' });
	const expanded = expressionItem('x^2-1', { form: 'expanded' });
	expect(await scored(expanded, { text: '(x-1)(1+x)' })).toMatchObject({ outcome: 'wrong' });
});

test('typing the question back does not answer it', async () => {
	const item = expressionItem('x^2-1', {}, 'Expand $$(x+1)(x-1)$$.');
	expect(await scored(item, { text: '(x+1)(x-1)' })).toEqual({
		outcome: 'wrong',
		reason: 'item.answer-unchanged'
	});
	expect(await scored(item, { text: 'x^2-1' })).toEqual({ outcome: 'right' });
});
