import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fail } from '../kernel/index.ts';
import { exampleGraph, exampleLearners } from './example-school.testing.ts';
import {
	belief,
	createModel,
	createStream,
	explain,
	type LearnerEvent,
	type Model,
	packState,
	type PackedState,
	predict,
	replay,
	shippedParameters,
	train,
	unpackState,
	update,
	whatWouldChange
} from './index.ts';

const trained = train(
	shippedParameters,
	exampleLearners.map(({ answers }) => answers),
	{ seed: 5, version: 'trained', graph: exampleGraph }
);
const MODELS: readonly Model[] = [
	createModel(shippedParameters, exampleGraph),
	createModel(trained.parameters, exampleGraph)
];

const skill = fc.oneof(
	fc.constantFrom(...exampleGraph.ids.slice(0, 8)),
	fc.constantFrom('unheard-of', '', '__proto__')
);
const skills = fc.array(skill, { maxLength: 4 });
const number = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(NaN, -1, 2));
const at = fc.option(
	fc.oneof(fc.double({ min: 0, max: 4e9, noNaN: true }), fc.constantFrom(NaN, Infinity, -5, 1e15)),
	{ nil: undefined }
);
const weight = fc.option(fc.oneof(fc.constantFrom(1, 0.5, 0.03), number), { nil: undefined });
const id = fc.integer({ min: 0, max: 60 }).map(String);
const item = fc.constantFrom('outcome-1/1', 'outcome-2/0', 'outcome-3/4', 'new');
const event: fc.Arbitrary<LearnerEvent> = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({
			kind: fc.constant('response' as const),
			id,
			item,
			skills,
			correct: fc.boolean(),
			at,
			weight
		})
	},
	fc.record({
		kind: fc.constantFrom('observation' as const, 'teacher-judgement' as const),
		id,
		skills,
		shown: number,
		at,
		weight
	}),
	fc.record({ kind: fc.constant('self-assessment' as const), id, skills, level: number, at }),
	fc.record({ kind: fc.constant('withdrawal' as const), id, withdraws: id })
);
const log = fc.array(event, { maxLength: 60 });
const model = fc.constantFrom(...MODELS);

test('training took: the second model has tables and memory', () => {
	expect(trained.improved).toBe(true);
	expect(trained.parameters.tables.length).toBeGreaterThan(0);
});

test('any log gives finite beliefs whose interval holds the estimate', () => {
	fc.assert(
		fc.property(model, log, skill, at, (m, events, about, when) => {
			const { state, counted, ignored } = replay(m, events);
			expect(counted.length + ignored.length).toBe(events.length);
			const said = belief(m, state, about, when);
			for (const { probability, low, high } of [said.now, said.inSevenDays]) {
				expect(low).toBeLessThanOrEqual(probability);
				expect(high).toBeGreaterThanOrEqual(probability);
				expect(Number.isFinite(probability)).toBe(true);
			}
			expect(said.uncertainty).toBeGreaterThan(0);
		}),
		{ numRuns: 150 }
	);
});

test('the terms of an explanation add up to the shown log-odds', () => {
	fc.assert(
		fc.property(
			model,
			log,
			skills,
			fc.option(item, { nil: undefined }),
			at,
			(m, events, s, i, t) => {
				const target = { skills: s, item: i, at: t };
				const why = explain(m, replay(m, events), target);
				const sum = why.terms.reduce((total, { value }) => total + value, 0);
				expect(Math.abs(sum - why.logit)).toBeLessThan(1e-9);
			}
		),
		{ numRuns: 150 }
	);
});

test('one event at a time equals the whole log, and a packed state continues bit for bit', () => {
	fc.assert(
		fc.property(model, log, fc.nat(60), (m, events, cut) => {
			const { state, counted } = replay(m, events);
			let step = replay(m, []).state;
			for (const [n, next] of counted.entries()) {
				if (next.kind === 'withdrawal') continue;
				if (n === cut) {
					const kept = unpackState(m, packState(step));
					if (!kept.ok) throw new Error(kept.error);
					step = kept.value;
				}
				const moved = update(m, step, next);
				if (!moved.ok) throw new Error(moved.error);
				step = moved.value;
			}
			expect(packState(step)).toEqual(packState(state));
		}),
		{ numRuns: 100 }
	);
});

test('withdrawing an event equals never having had it', () => {
	fc.assert(
		fc.property(model, log, fc.nat(59), (m, events, at) => {
			const gone = events[at % Math.max(1, events.length)];
			if (gone === undefined || gone.kind === 'withdrawal') return;
			const withdrawal: LearnerEvent = { kind: 'withdrawal', id: 'w', withdraws: gone.id };
			const without = events.filter(({ id: other }) => other !== gone.id);
			const left = replay(m, [...events, withdrawal]).state;
			// A withdrawal with the same id is lost with the event, as its id is spent.
			const samePlace = events.some((e) => e.kind === 'withdrawal' && e.id === gone.id);
			if (!samePlace) expect(packState(left)).toEqual(packState(replay(m, without).state));
		}),
		{ numRuns: 150 }
	);
});

test('a stream of any answers foretells a chance, whatever their times and skills', () => {
	const answers = fc.array(fc.record({ item, skills, correct: fc.boolean(), at }), {
		maxLength: 40
	});
	fc.assert(
		fc.property(model, answers, (m, given) => {
			const stream = createStream(m);
			for (const answer of given) {
				const chance = stream.probability(answer);
				expect(chance).toBeGreaterThan(0);
				expect(chance).toBeLessThan(1);
				stream.learn(answer);
			}
		}),
		{ numRuns: 100 }
	);
});

test('a packed state takes 16 bytes a skill', () => {
	fc.assert(
		fc.property(log, (events) => {
			const { skills: touched, skillWords } = packState(
				replay(MODELS[0] ?? createModel(shippedParameters), events).state
			);
			expect(skillWords.length).toBe(touched.length * 16);
		}),
		{ numRuns: 50 }
	);
});

test('a kept state that is damaged anywhere is refused, one of other parameters is to be replayed', () => {
	const [own = createModel(shippedParameters)] = MODELS;
	const answered: LearnerEvent = {
		kind: 'response',
		id: '1',
		item: 'outcome-1/1',
		skills: ['outcome-1'],
		correct: true
	};
	const kept = packState(replay(own, [answered]).state);
	expect(unpackState(own, kept).ok).toBe(true);
	const damaged: readonly PackedState[] = [
		{ ...kept, skillWords: kept.skillWords.slice(1) },
		{ ...kept, itemRecords: [] },
		{ ...kept, memory: [...kept.memory, 0] },
		{ ...kept, itemRecords: [NaN] },
		...(['ability', 'fast', 'middle', 'slow', 'accuracy', 'lastAt'] as const).map((measure) => {
			return { ...kept, whole: { ...kept.whole, [measure]: NaN } };
		})
	];
	for (const packed of damaged)
		expect(unpackState(own, packed)).toEqual(fail('learner-model.state-damaged'));
	expect(unpackState(own, { ...kept, version: 'another' })).toEqual(
		fail('learner-model.needs-replay')
	);
});

test('by the shipped priors a right answer never lowers the belief, a wrong one never raises it', () => {
	const shipped = createModel(shippedParameters, exampleGraph);
	const untimed = fc.array(
		fc.record({ skill: fc.constantFrom('outcome-1', 'outcome-2'), item, correct: fc.boolean() }),
		{ maxLength: 40 }
	);
	fc.assert(
		fc.property(untimed, fc.boolean(), (answers, correct) => {
			const events = answers.map((a, n): LearnerEvent => ({
				kind: 'response',
				id: `${n}`,
				item: a.item,
				skills: [a.skill],
				correct: a.correct
			}));
			const last: LearnerEvent = {
				kind: 'response',
				id: 'last',
				item: 'fresh',
				skills: ['outcome-1'],
				correct
			};
			const chance = (l: readonly LearnerEvent[]) =>
				predict(shipped, replay(shipped, l).state, { skills: ['outcome-1'] }).logit;
			const moved = chance([...events, last]) - chance(events);
			// Counters and means are rounded to 16 bits, hence the small allowance.
			expect(correct ? moved : -moved).toBeGreaterThan(-1e-3);
		}),
		{ numRuns: 300 }
	);
});

test('ten thousand answers by one learner stay finite and say so', () => {
	for (const m of MODELS) {
		const events = Array.from({ length: 10_000 }, (_, n): LearnerEvent => ({
			kind: 'response',
			id: `${n}`,
			item: `outcome-1/${n % 7}`,
			skills: ['outcome-1'],
			correct: n % 10 !== 0,
			at: n * 60
		}));
		const said = belief(m, replay(m, events).state, 'outcome-1', 600_000);
		expect(said.now.probability).toBeGreaterThan(0.6);
		expect(said.now.probability).toBeLessThan(1);
		expect(Number.isFinite(said.evidence)).toBe(true);
	}
});

test('what would change a word is what does change it', () => {
	const m = createModel(shippedParameters);
	const answersTo = (n: number, correct: boolean, from: string) =>
		Array.from({ length: n }, (_, i): LearnerEvent => ({
			kind: 'response',
			id: `${from}${i}`,
			item: `${from}${i}`,
			skills: ['s'],
			correct
		}));
	const events = answersTo(3, true, 'a');
	const { state } = replay(m, events);
	const [byRight] = whatWouldChange(m, state, 's');
	expect(byRight?.by).toBe('right-answers');
	const after = replay(m, [...events, ...answersTo(byRight?.count ?? 0, true, 'b')]).state;
	const before = replay(m, [...events, ...answersTo((byRight?.count ?? 1) - 1, true, 'b')]).state;
	expect(belief(m, after, 's').state).toBe(byRight?.state);
	expect(belief(m, before, 's').state).toBe(belief(m, state, 's').state);
});
