import { expect, test } from 'vitest';
import { createRandom } from '../kernel/index.ts';
import { alonePoints } from './alone.ts';
import { compile } from './compile.ts';
import { greedy } from './greedy.ts';
import { NONE } from './instance.ts';
import { OPERATORS } from './operators.ts';
import { toPlan } from './plan-state.ts';
import { rollBack } from './primitives.ts';
import type { WeekPlan, WeekProblem } from './problem.ts';
import { score } from './score.ts';
import { createState, type State } from './state.ts';
import { randomProblem } from './testing.ts';
import { validate } from './validate.ts';

/** A problem that also has a published plan, made by an earlier greedy run. */
function published(seed: number): WeekProblem {
	const problem = randomProblem(seed);
	const state = createState(compile(problem));
	greedy(state);
	const plan: WeekPlan = toPlan(state);
	return { ...problem, published: { sessions: plan.sessions.slice(1) } };
}

/** Everything in a state that a move may change, member order aside. */
function picture(state: State): unknown {
	const sets = Array.from(state.size, (size, k) => {
		const first = state.memberStart[k] ?? 0;
		return [...state.members.subarray(first, first + size)].sort((a, b) => a - b);
	});
	const {
		instance: _instance,
		scale: _scale,
		trail: _trail,
		members: _members,
		memberAt: _memberAt,
		recording: _recording,
		relieved: _relieved,
		...rest
	} = state;
	return structuredClone({ ...rest, sets });
}

for (const seed of [1, 2, 3, 4, 5, 6])
	test(`random moves: undo is exact, incremental equals recomputed, no rule breaks (seed ${seed})`, () => {
		const problem = published(seed);
		const alone = alonePoints(problem);
		const state = createState(compile(problem));
		expect([...state.levels]).toEqual(score(problem, { sessions: [] }, alone).levels);
		greedy(state);
		state.recording = true;
		const random = createRandom(seed);
		for (let i = 0; i < 1500; i++) {
			const before = i % 10 === 0 ? picture(state) : undefined;
			const done = OPERATORS[random.below(OPERATORS.length)]?.move(state, random) ?? false;
			const keep = done && state.undersized === 0 && random.next() < 0.5;
			if (keep && i % 5 === 0) expectExact(problem, state, alone);
			if (!keep) rollBack(state);
			if (!keep && before !== undefined) expect(picture(state)).toEqual(before);
			state.trail.length = 0;
		}
		expectExact(problem, state, alone);
	});

function expectExact(problem: WeekProblem, state: State, alone: ReadonlyMap<string, number>): void {
	const plan = toPlan(state);
	expect(validate(problem, plan)).toEqual([]);
	expect([...state.levels]).toEqual(score(problem, plan, alone).levels);
}

test('the greedy week seats someone and leaves no section undersized', () => {
	const state = createState(compile(randomProblem(1)));
	greedy(state);
	expect(state.undersized).toBe(0);
	expect(state.sessionOf.some((session) => session !== NONE)).toBe(true);
});
