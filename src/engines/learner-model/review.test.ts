import { type Card, createEmptyCard, fsrs } from 'ts-fsrs';
import { expect, test } from 'vitest';
import { probability } from '../kernel/index.ts';
import {
	createModel,
	dueDate,
	dueWithin,
	type FactScheduler,
	factsDue,
	foldFacts,
	type LearnerEvent,
	planReviews,
	predict,
	RECALL_TARGET,
	replay,
	reviewFact,
	shippedParameters
} from './index.ts';

const DAY = 86_400;
const due = (skill: string, inDays: number, chance: number) => ({
	skill,
	inDays,
	probability: probability(chance)
});

test('a secure skill is due on the first day its chance is under the target', () => {
	const model = createModel(shippedParameters);
	const events = Array.from({ length: 9 }, (_, n): LearnerEvent => ({
		kind: 'response',
		id: `${n}`,
		item: `${n}`,
		skills: ['s'],
		correct: true,
		at: n * 60
	}));
	const { state } = replay(model, events);
	const days = dueDate(model, state, 's', 600)?.inDays ?? 0;
	const chance = (day: number) =>
		predict(model, state, { skills: ['s'], at: 600 + day * DAY }).probability;
	expect(days).toBeGreaterThan(0);
	expect(chance(days - 1)).toBeGreaterThanOrEqual(RECALL_TARGET);
});

test('what is due within a fortnight is what the due dates say', () => {
	const model = createModel(shippedParameters);
	const events = ['s', 't', 'u'].flatMap((skill, one) =>
		Array.from({ length: 3 + one * 4 }, (_, n): LearnerEvent => ({
			kind: 'response',
			id: `${skill}${n}`,
			item: `${skill}${n}`,
			skills: [skill],
			correct: n !== 1,
			at: n * 60
		}))
	);
	const { state } = replay(model, events);
	const skills = ['s', 't', 'u', 'unheard-of'];
	for (const at of [600, 40 * DAY, 400 * DAY]) {
		const byDate = skills
			.flatMap((skill) => dueDate(model, state, skill, at) ?? [])
			.filter(({ inDays }) => inDays < 14);
		expect(dueWithin(model, state, skills, at, 14)).toEqual(byDate);
	}
});

test('after a holiday no day is fuller than any other, the most forgotten first', () => {
	const many = Array.from({ length: 12 }, (_, n) => due(`s${n}`, 0, 0.5 + n / 100));
	const daysOff = new Set([0, 1, 2, 3, 4]);
	const plan = planReviews(many, { minutesPerDay: 9, daysOff });
	expect(plan.map(({ day }) => day)).toEqual([5, 6, 7, 8]);
	expect(plan.every(({ minutes }) => minutes <= 9)).toBe(true);
	expect(plan[0]?.skills).toEqual(['s0', 's1', 's2']);
});

test('practising a skill counts for what it builds on', () => {
	const graph = { ids: ['add', 'ratio'], precedes: [['add', 'ratio']] as const };
	const both = [due('add', 2, 0.7), due('ratio', 1, 0.75)];
	const plan = planReviews(both, { minutesPerDay: 10, graph });
	expect(plan.flatMap(({ skills }) => skills)).toEqual(['ratio']);
	expect(planReviews(both, { minutesPerDay: 10 }).flatMap(({ skills }) => skills)).toHaveLength(2);
});

test('facts are scheduled by ts-fsrs through the port: recalled facts wait longer', () => {
	const scheduler: FactScheduler<Card> = fsrs({ enable_fuzz: false });
	const start = 1_700_000_000;
	const fresh = createEmptyCard(new Date(start * 1000));
	const good = reviewFact(
		scheduler,
		reviewFact(scheduler, fresh, 'good', start),
		'good',
		start + DAY
	);
	const forgot = reviewFact(scheduler, fresh, 'forgot', start);
	const facts = new Map([
		['hello', good],
		['goodbye', forgot]
	]);
	const [hello, goodbye] = factsDue(scheduler, facts, start + DAY);
	expect(hello?.inDays).toBeGreaterThan(goodbye?.inDays ?? 99);
});

const facts = new Set(['hello', 'goodbye']);
const schedule: FactScheduler<Card> = fsrs({ enable_fuzz: false, enable_short_term: false });
const cardsOf = (log: readonly LearnerEvent[]) =>
	foldFacts(schedule, createEmptyCard, log, (skill) => facts.has(skill));
const recall = (id: string, day: number, correct: boolean, skills = ['hello']): LearnerEvent => {
	return { kind: 'response', id, item: id, skills, correct, at: 1_700_000_000 + day * DAY };
};

test('cards are folded from the log: facts alone, in the order of their times, each event once', () => {
	const log = [
		recall('e2', 3, true),
		recall('e1', 0, true),
		recall('e1', 9, false),
		recall('e3', 4, true, ['add']),
		{ kind: 'self-assessment', id: 'e4', skills: ['goodbye'], level: 1, at: 1_700_000_000 } as const
	];
	const cards = cardsOf(log);
	expect([...cards.keys()]).toEqual(['hello']);
	expect(cards.get('hello')?.reps).toBe(2);
	expect(cards).toEqual(cardsOf([recall('e1', 0, true), recall('e2', 3, true)]));
});

test('a withdrawn recall is as if it had never been', () => {
	const kept = [recall('e1', 0, true), recall('e3', 5, true)];
	const withdrawn = { kind: 'withdrawal', id: 'w', withdraws: 'e2' } as const;
	expect(cardsOf([...kept, recall('e2', 2, false), withdrawn])).toEqual(cardsOf(kept));
});

test('the first recall of a sitting counts, and what adults saw is a recall too', () => {
	const first = recall('e1', 0, false);
	expect(cardsOf([first, recall('e2', 0.05, true)])).toEqual(cardsOf([first]));
	const seen = (shown: number) =>
		cardsOf([{ kind: 'observation', id: 'o', skills: ['hello'], shown, at: 1_700_000_000 }]).get(
			'hello'
		)?.stability ?? 0;
	expect(seen(0)).toBeLessThan(seen(0.6));
	expect(seen(0.6)).toBeLessThan(seen(1));
});

test('what says no time, or nothing that can be read, is no recall', () => {
	const { at: _at, ...timeless } = { ...recall('e1', 0, true), at: 0 };
	expect(cardsOf([timeless, { ...recall('e2', 0, true), at: Number.NaN }])).toEqual(new Map());
});

test('facts and skills share the minutes: each as forgotten as it is against its own target', () => {
	const cards = cardsOf([recall('e1', 0, true), recall('e2', 0, true, ['goodbye'])]);
	const words = factsDue(schedule, cards, 1_700_000_000 + 30 * DAY);
	const plan = planReviews([due('add', 0, 0.75), due('ratio', 0, 0.79), ...words], {
		minutesPerDay: 4
	});
	expect(plan[0]).toMatchObject({ day: 0, minutes: 4 });
	expect(new Set(plan[0]?.skills)).toEqual(new Set(['add', 'hello', 'goodbye']));
	expect(plan[1]?.skills).toEqual(['ratio']);
});
