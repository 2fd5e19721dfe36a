import { expect, test } from 'vitest';
import { ageBands } from '../../platform/access/index.ts';
import { decisionKinds } from '../../platform/audit/index.ts';
import { ladderRules, rungs, shippedRungs, takesEffect, type Side } from './ladder.ts';

const sides: readonly Side[] = ['learner', 'adult'];
const shareOf = { adult: 0, offer: 1 / 3, together: 2 / 3, learner: 1 } as const;

test('a side alone can bring into force only what the other side need not agree to', () => {
	for (const rung of rungs) {
		for (const side of sides) {
			if (takesEffect(rung, side)) expect(ladderRules[rung].agreedBy).toEqual([side]);
		}
	}
});

test('the workflow of each rung is the one of the table', () => {
	const table = rungs.map((rung) => [takesEffect(rung, 'learner'), takesEffect(rung, 'adult')]);
	expect(table).toEqual([
		[false, true],
		[false, false],
		[false, false],
		[true, false],
		[true, false]
	]);
	expect(rungs.map((rung) => ladderRules[rung].leastOptions)).toEqual([1, 2, 1, 1, 1]);
	expect(rungs.map((rung) => ladderRules[rung].talkDays > 0)).toEqual([
		false,
		false,
		false,
		true,
		false
	]);
});

test('a move up the ladder never lowers what the locus index counts', () => {
	const shares = rungs.map((rung) => shareOf[ladderRules[rung].decided]);
	expect(shares).toEqual(shares.toSorted((a, b) => a - b));
	expect(shares[0]).toBe(0);
	expect(shares[4]).toBe(1);
});

test('every band starts somewhere for every kind, and older learners never lower than younger', () => {
	for (const kind of decisionKinds) {
		const by = ageBands.map((band) => shippedRungs[band][kind]);
		expect(by).toEqual(by.toSorted((a, b) => a - b));
	}
});
