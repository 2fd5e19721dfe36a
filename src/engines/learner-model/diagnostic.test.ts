import { expect, test } from 'vitest';
import { createRandom } from '../kernel/index.ts';
import { indexGraph } from './graph.ts';
import {
	answer,
	type Diagnostic,
	type DiagnosticAnswer,
	diagnosticResult,
	isDone,
	nextQuestion,
	resumeDiagnostic,
	saveDiagnostic,
	skipOutcome,
	startDiagnostic,
	stopDiagnostic
} from './index.ts';
import { simulateGraph } from './simulate-graph.ts';
import { shareRight, simulateDiagnostic } from './simulate-diagnostic.ts';

const graph = simulateGraph(300, 8);

function ask(
	from: Diagnostic,
	most: number,
	reply: (skill: string) => DiagnosticAnswer
): Diagnostic {
	let diagnostic = from;
	for (let n = 0; n < most; n++) {
		const skill = nextQuestion(diagnostic);
		if (skill === undefined) break;
		const next = answer(diagnostic, skill, reply(skill));
		if (!next.ok) throw new Error(next.error);
		diagnostic = next.value;
	}
	return diagnostic;
}

test('places a learner in few questions, with slips, guesses and wrong difficulties', () => {
	const runs = Array.from({ length: 12 }, (_, seed) =>
		simulateDiagnostic(graph, { seed, questions: 20 })
	);
	const after = (n: 10 | 20) =>
		runs.reduce((sum, run) => sum + (run.right.get(n) ?? 0), 0) / runs.length;
	expect(after(10)).toBeGreaterThan(0.93);
	expect(after(20)).toBeGreaterThan(0.95);
});

test('one slip on an early outcome does not prune what follows it', () => {
	const { order, ids } = indexGraph(graph);
	const first = ids[order[0] ?? 0] ?? '';
	const able = ask(startDiagnostic(graph, { seed: 3 }), 6, () => 'right');
	const slipped = answer(able, first, 'wrong');
	if (!slipped.ok) throw new Error(slipped.error);
	const mean = (d: Diagnostic) => diagnosticResult(d).reduce((s, r) => s + r.probability, 0) / 300;
	expect(mean(slipped.value)).toBeGreaterThan(mean(able) - 0.15);
});

test('a closed lid changes nothing: the resumed diagnostic asks and says the same', () => {
	const half = ask(startDiagnostic(graph, { seed: 4 }), 5, (skill) =>
		skill.length % 2 ? 'right' : 'wrong'
	);
	const resumed = resumeDiagnostic(graph, JSON.parse(JSON.stringify(saveDiagnostic(half))));
	expect(nextQuestion(resumed)).toBe(nextQuestion(half));
	expect(diagnosticResult(resumed)).toEqual(diagnosticResult(half));
});

test('who knows nothing yet and says so is placed at the start without a right answer', () => {
	const end = ask(startDiagnostic(graph, { seed: 5 }), 40, () => 'dont-know-yet');
	expect(isDone(end).done).toBe(true);
	const can = diagnosticResult(end).filter(({ verdict }) => verdict === 'can').length;
	expect(can).toBeLessThan(15);
});

test('who answers at random gets an end, and few confident claims at the far end', () => {
	const random = createRandom(1);
	const end = ask(startDiagnostic(graph, { seed: 6 }), 60, () =>
		random.next() < 0.5 ? 'right' : 'wrong'
	);
	expect(isDone(end).done).toBe(true);
	expect(saveDiagnostic(end).asked.length).toBeLessThanOrEqual(35);
});

test('stopping is an end, and what is known so far stands', () => {
	const stopped = stopDiagnostic(ask(startDiagnostic(graph, { seed: 7 }), 3, () => 'right'));
	expect(isDone(stopped)).toEqual({ done: true, reason: 'stopped' });
	expect(nextQuestion(stopped)).toBeUndefined();
	expect(diagnosticResult(stopped)).toHaveLength(300);
});

test('bad input: no outcomes, circles, unknown skills', () => {
	const empty = startDiagnostic({ ids: [], precedes: [] }, { seed: 1 });
	expect(nextQuestion(empty)).toBeUndefined();
	expect(diagnosticResult(empty)).toEqual([]);
	const circle = startDiagnostic(
		{
			ids: ['a', 'b'],
			precedes: [
				['a', 'b'],
				['b', 'a'],
				['a', 'a'],
				['a', 'gone']
			]
		},
		{ seed: 1, places: { a: NaN, b: 7 } }
	);
	expect(nextQuestion(circle)).toBeDefined();
	expect(answer(circle, 'gone', 'right')).toEqual({
		ok: false,
		error: 'learner-model.unknown-skill'
	});
});

test('shareRight counts both kinds of right', () => {
	expect(shareRight([0.9, 0.1, 0.7], Uint8Array.of(1, 0, 0))).toBeCloseTo(2 / 3, 12);
});

test('an outcome that cannot be asked about is passed over, also after a closed lid', () => {
	const begun = ask(startDiagnostic(graph, { seed: 6 }), 3, () => 'right');
	const unaskable = nextQuestion(begun) ?? '';
	const passed = skipOutcome(begun, unaskable);
	expect(nextQuestion(passed)).not.toBe(unaskable);
	expect(nextQuestion(passed)).toBeDefined();
	const saved = JSON.parse(JSON.stringify(saveDiagnostic(passed)));
	expect(nextQuestion(resumeDiagnostic(graph, saved))).toBe(nextQuestion(passed));
	const nothing = graph.ids.reduce(skipOutcome, begun);
	expect(isDone(nothing)).toEqual({ done: true, reason: 'nothing-left-to-ask' });
});
