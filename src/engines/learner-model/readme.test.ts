import { expect, test } from 'vitest';
import {
	answer,
	belief,
	createModel,
	diagnosticResult,
	dueDate,
	explain,
	type Graph,
	influences,
	isDone,
	type LearnerEvent,
	nextQuestion,
	packState,
	planReviews,
	predict,
	replay,
	resumeDiagnostic,
	saveDiagnostic,
	shippedParameters,
	startDiagnostic,
	unpackState,
	update,
	whatWouldChange
} from './index.ts';

const graph: Graph = {
	ids: ['count', 'add', 'ratio'],
	precedes: [
		['count', 'add'],
		['add', 'ratio']
	]
};
const model = createModel(shippedParameters, graph);
const events: readonly LearnerEvent[] = [
	{ kind: 'response', id: 'e1', item: 'i1', skills: ['add'], correct: true, at: 1000 },
	{ kind: 'response', id: 'e2', item: 'i2', skills: ['add'], correct: true, at: 1060 },
	{ kind: 'observation', id: 'e3', skills: ['add'], shown: 1, weight: 0.5, at: 2000 },
	{ kind: 'self-assessment', id: 'e4', skills: ['ratio'], level: 0.8, at: 2100 }
];
const learner = replay(model, events);

test('from events to a belief', () => {
	const add = belief(model, learner.state, 'add', 3000);
	expect(add.evidence).toBe(2.5);
	expect(add.now.low).toBeLessThan(add.now.probability);
	expect(add.now.high).toBeGreaterThan(add.now.probability);
	const ratio = belief(model, learner.state, 'ratio', 3000);
	expect(ratio.state).toBe('unexplored');
	expect(ratio.own?.level).toBe(0.8);
	const nothing = belief(model, replay(model, []).state, 'ratio', 3000);
	expect(ratio.now.probability).toBeGreaterThan(nothing.now.probability);
});

test('reasons add up, and each event has its effect', () => {
	const target = { skills: ['add'], at: 3000 };
	const why = explain(model, learner, target);
	const sum = why.terms.reduce((total, { value }) => total + value, 0);
	expect(Math.abs(sum - why.logit)).toBeLessThan(1e-9);
	expect(why.terms.find(({ id }) => id === 'right-answers')?.events).toEqual(['e1', 'e2', 'e3']);
	for (const { effect } of influences(model, learner, target)) expect(effect).toBeGreaterThan(0);
	expect(whatWouldChange(model, learner.state, 'add', 3000).length).toBeGreaterThan(0);
});

test('a withdrawn event never counted; one event at a time equals the whole log', () => {
	const withdrawn = replay(model, [...events, { kind: 'withdrawal', id: 'e5', withdraws: 'e1' }]);
	expect(withdrawn.state).toEqual(replay(model, events.slice(1)).state);
	let state = replay(model, []).state;
	for (const event of events) {
		const next = update(model, state, event);
		if (!next.ok) throw new Error(next.error);
		state = next.value;
	}
	expect(packState(state)).toEqual(packState(learner.state));
});

test('a kept state predicts the same bits', () => {
	const kept = unpackState(model, packState(learner.state));
	if (!kept.ok) throw new Error(kept.error);
	const target = { item: 'i1', skills: ['add'], at: 9000 };
	expect(predict(model, kept.value, target)).toEqual(predict(model, learner.state, target));
	expect(packState(learner.state).skillWords.length).toBe(16);
	const newer = createModel({ ...shippedParameters, version: 'another' }, graph);
	expect(unpackState(newer, packState(learner.state))).toEqual({
		ok: false,
		error: 'learner-model.needs-replay'
	});
});

test('a diagnostic ends, says why, and continues after a closed lid', () => {
	let diagnostic = startDiagnostic(graph, { seed: 7 });
	for (
		let skill = nextQuestion(diagnostic);
		skill !== undefined;
		skill = nextQuestion(diagnostic)
	) {
		const next = answer(diagnostic, skill, 'right');
		if (next.ok) diagnostic = next.value;
	}
	expect(isDone(diagnostic).done).toBe(true);
	const outcomes = diagnosticResult(diagnostic);
	expect(outcomes.map(({ skill }) => skill)).toEqual(graph.ids);
	const later = resumeDiagnostic(graph, saveDiagnostic(diagnostic));
	expect(diagnosticResult(later)).toEqual(outcomes);
});

test('only skills that were secure are reviewed', () => {
	expect(dueDate(model, learner.state, 'ratio', 3000)).toBeUndefined();
	const due = [
		{
			skill: 'add',
			inDays: 0,
			probability: predict(model, learner.state, { skills: ['add'] }).probability
		}
	];
	expect(planReviews(due, { minutesPerDay: 10, daysOff: new Set([0, 1]) })).toEqual([
		{ day: 2, skills: ['add'], minutes: 3 }
	]);
});
