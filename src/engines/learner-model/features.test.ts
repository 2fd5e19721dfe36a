import { expect, test } from 'vitest';
import { AT, type Feature } from './feature-names.ts';
import { computeFeatures, FEATURE_COUNT } from './features.ts';
import { createModel, replay, shippedParameters, type LearnerEvent } from './index.ts';
import { questionOf } from './question.ts';

const HOUR = 3600;
const answers = [
	{ item: 'a', skills: ['s'], correct: true, at: 0 },
	{ item: 'b', skills: ['s'], correct: true, at: HOUR },
	{ item: 'c', skills: ['t'], correct: false, at: 2 * HOUR },
	{ item: 'b', skills: ['s'], correct: false, at: 3 * HOUR }
];
const events = answers.map((a, i): LearnerEvent => ({ ...a, kind: 'response', id: `e${i}` }));
const graph = { ids: ['s', 't'], precedes: [['t', 's']] as const };
const model = createModel(shippedParameters, graph);

function valuesFor(target: { item?: string; skills: readonly string[]; at: number }) {
	const into = new Float64Array(FEATURE_COUNT);
	const { state } = replay(model, events);
	computeFeatures(model, state, questionOf(model, state, target), into);
	return (feature: Feature) => into[AT[feature]];
}

/** An exponential mean computed the long way round: explicit weights of every value. */
function explicitMean(start: number, values: readonly number[], decay: number): number {
	const n = values.length;
	return values.reduce(
		(sum, value, i) => sum + (1 - decay) * decay ** (n - 1 - i) * value,
		start * decay ** n
	);
}

test('reference vector: item b of skill s ten hours in, after s+ s+ t- s-', () => {
	const value = valuesFor({ item: 'b', skills: ['s'], at: 10 * HOUR });
	expect(value('right')).toBeCloseTo(Math.log(3), 10);
	expect(value('wrong')).toBeCloseTo(Math.log(2), 10);
	expect(value('attempts')).toBeCloseTo(Math.log(4), 10);
	expect(value('rate')).toBeCloseTo(1 / 8, 10);
	expect(value('recent-fast')).toBeCloseTo(explicitMean(0.5, [1, 1, 0], 0.7) - 0.5, 4);
	expect(value('recent-slow')).toBeCloseTo(explicitMean(0.5, [1, 1, 0], 0.9) - 0.5, 4);
	expect(value('streak')).toBe(-1);
	expect(value('last-1')).toBe(-0.5);
	expect(value('last-2')).toBe(-0.5);
	expect(value('last-3')).toBe(0.5);
	expect(value('tenure')).toBeCloseTo(Math.log(5), 10);
	expect(value('same-skill')).toBe(1);
	expect(value('repeat-wrong')).toBe(1);
	expect(value('item-right')).toBeCloseTo(Math.log(2), 10);
	expect(value('item-wrong')).toBeCloseTo(Math.log(2), 10);
	expect(value('skill-gap')).toBeCloseTo(Math.log(8), 6);
	expect(value('item-gap')).toBeCloseTo(Math.log(8), 6);
	expect(value('pause')).toBeCloseTo(Math.log(1 + 7 * HOUR), 10);
});

test('ability, surprise and overall residuals by an Elo written out by hand', () => {
	const value = valuesFor({ skills: ['s'], at: 10 * HOUR });
	const { start, step, decay } = shippedParameters.easiness;
	const chance = (x: number) => 1 / (1 + Math.exp(-x));
	let ability = 0;
	const residuals = answers.map(({ correct }, n) => {
		const residual = (correct ? 1 : 0) - chance(start + ability);
		ability += (step / (1 + decay * n)) * residual;
		return residual;
	});
	expect(value('ability')).toBeCloseTo(ability, 12);
	expect(value('overall-slow')).toBeCloseTo(explicitMean(0, residuals, 0.97), 12);
	const onSkill = [1, 1, 0].map((y) => y - chance(start));
	expect(value('surprise')).toBeCloseTo(explicitMean(0, onSkill, 0.9), 4);
	const before = explicitMean(0, [0 - chance(start)], 0.9) / 2;
	expect(value('before')).toBeCloseTo(before, 4);
});
