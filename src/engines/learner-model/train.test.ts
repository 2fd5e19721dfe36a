import { expect, test } from 'vitest';
import { calibrationError } from '../statistics/index.ts';
import { exampleGraph, exampleLearners } from './example-school.testing.ts';
import { varianceOf } from './fit-spread.ts';
import {
	checkParameters,
	createModel,
	createStream,
	lossOf,
	shippedParameters,
	train,
	trainInSteps
} from './index.ts';
import { missesOn } from './make-priors.ts';
import { simulateGraph } from './simulate-graph.ts';
import { simulateLearners } from './simulate-learners.ts';

const options = { seed: 5, version: 'trained', graph: exampleGraph };
const logs = exampleLearners.map(({ answers }) => answers);
const trained = train(shippedParameters, logs, options);

test('a school that trains foresees its learners better than the shipped priors do', () => {
	expect(trained.improved).toBe(true);
	const others = simulateLearners({
		seed: 21,
		graph: exampleGraph,
		learners: 240,
		answers: 50,
		itemsPerSkill: 5
	})
		.slice(160)
		.map(({ answers }) => answers);
	const own = lossOf(trained.parameters, others, exampleGraph);
	expect(own).toBeLessThan(lossOf(shippedParameters, others, exampleGraph));
});

test('trained parameters pass the check of parameters from outside, and survive JSON', () => {
	const copy: typeof trained.parameters = JSON.parse(JSON.stringify(trained.parameters));
	expect(checkParameters(copy)).toEqual({ ok: true, value: trained.parameters });
	expect(checkParameters({ ...copy, weights: [1] }).ok).toBe(false);
	expect(checkParameters({ ...copy, calibration: { slope: NaN, shift: 0 } }).ok).toBe(false);
});

test('easy items are found easy: fitted against true easiness', () => {
	const rate = new Map<string, { sum: number; n: number }>();
	for (const { item, chance } of exampleLearners.flatMap(({ answers }) => answers)) {
		const seen = rate.get(item) ?? { sum: 0, n: 0 };
		rate.set(item, { sum: seen.sum + chance, n: seen.n + 1 });
	}
	const { items, skills, easiness } = trained.parameters;
	const fitted = items.map((item, i) => {
		const skill = skills.indexOf(item.split('/')[0] ?? '');
		return (easiness.items[i] ?? 0) + (easiness.skills[skill] ?? 0);
	});
	const truth = items.map((item) => (rate.get(item)?.sum ?? 0) / (rate.get(item)?.n ?? 1));
	expect(correlation(fitted, truth)).toBeGreaterThan(0.85);
});

function correlation(x: readonly number[], y: readonly number[]): number {
	const mean = (v: readonly number[]) => v.reduce((a, b) => a + b, 0) / v.length;
	const [mx, my] = [mean(x), mean(y)];
	const cross = x.reduce((sum, a, i) => sum + (a - mx) * ((y[i] ?? 0) - my), 0);
	const square = (v: readonly number[], m: number) => v.reduce((sum, a) => sum + (a - m) ** 2, 0);
	return cross / Math.sqrt(square(x, mx) * square(y, my));
}

test('never worse than the prior: noise teaches nothing, one learner is too few', () => {
	const noise = logs
		.slice(0, 12)
		.map((answers, l) =>
			answers.slice(0, 5).map((answer, i) => ({ ...answer, correct: (l + i) % 2 === 0 }))
		);
	const chance = train(shippedParameters, noise, options);
	expect(chance.improved ? chance.loss : chance.priorLoss).toBeLessThanOrEqual(chance.priorLoss);
	const alone = train(shippedParameters, logs.slice(0, 1), options);
	expect(alone).toMatchObject({ improved: false, parameters: shippedParameters });
	expect(train(shippedParameters, [], options).parameters).toBe(shippedParameters);
});

test('a school too small to learn from keeps the prior, however well its own answers would fit', () => {
	for (const seed of [1, 2, 3]) {
		const graph = simulateGraph(12, seed);
		const world = { seed, graph, answers: 40, itemsPerSkill: 5 };
		const all = simulateLearners({ ...world, learners: 130 }).map(({ answers }) => answers);
		const small = train(shippedParameters, all.slice(0, 30), { seed, version: 'small', graph });
		const onOthers = lossOf(small.parameters, all.slice(30), graph);
		expect(onOthers).toBeLessThanOrEqual(lossOf(shippedParameters, all.slice(30), graph));
	}
});

test('rows nobody should send teach nothing harmful: no skills, no times, times that run back, the same row again', () => {
	const broken = logs.slice(0, 24).map((answers, l) =>
		answers.flatMap((answer, n) => {
			const bad = [
				{ ...answer, skills: [] },
				{ ...answer, at: Number.NaN },
				{ ...answer, at: -5 },
				{ ...answer, at: 1e15 },
				{ ...answer, skills: [...answer.skills, ...answer.skills, '__proto__', ''] },
				{ ...answer, at: 1_700_000_000 - n }
			][(l + n) % 6];
			return bad ? [bad, bad] : [];
		})
	);
	const { parameters, loss, priorLoss } = train(shippedParameters, broken, options);
	expect(checkParameters(parameters).ok).toBe(true);
	expect(Number.isFinite(loss)).toBe(true);
	expect(Number.isFinite(priorLoss)).toBe(true);
});

test('an interrupted training resumes from its checkpoint to the same bits', () => {
	const few = logs.slice(0, 40).map((answers, n) => ({ answers, learnt: 0, group: n % 3 }));
	const first = trainInSteps(shippedParameters, few, options).next();
	if (first.done === true) throw new Error('training ended at once');
	const checkpoint = JSON.parse(JSON.stringify({ finished: first.value.finished }));
	const steps = trainInSteps(shippedParameters, few, options, checkpoint);
	let step = steps.next();
	while (step.done !== true) step = steps.next();
	expect(step.value).toEqual(train(shippedParameters, logs.slice(0, 40), options));
});

test('on learners never seen, forecasts are calibrated against the true chances', () => {
	const world = { seed: 21, graph: exampleGraph, answers: 50, itemsPerSkill: 5 };
	const others = simulateLearners({ ...world, learners: 400 }).slice(160);
	const model = createModel(trained.parameters, exampleGraph);
	const forecasts = others.flatMap(({ answers }) => {
		const stream = createStream(model);
		return answers.map((answer) => {
			const probability = stream.probability(answer);
			stream.learn(answer);
			return { probability, happened: answer.correct };
		});
	});
	expect(calibrationError(forecasts)).toBeLessThan(0.03);
});

test('nine intervals in ten hold the truth, for little and for much evidence', () => {
	const graph = simulateGraph(60, 5);
	const learners = simulateLearners({
		seed: 99,
		graph,
		learners: 120,
		answers: 80,
		itemsPerSkill: 6
	});
	const misses = missesOn(shippedParameters, learners);
	for (const [least, most] of [
		[0, 0],
		[1, 3],
		[4, 50]
	] as const) {
		const some = misses.filter(({ evidence }) => evidence >= least && evidence <= most);
		const held = some.filter(
			(miss) =>
				Math.abs(miss.error) < 1.6449 * Math.sqrt(varianceOf(shippedParameters.spread, miss))
		);
		expect(held.length / some.length).toBeGreaterThan(0.84);
		expect(held.length / some.length).toBeLessThan(0.96);
	}
});
