import { expect, test } from 'vitest';
import { createRandom } from '../kernel/index.ts';
import type { WeekProblem } from './problem.ts';
import { repair } from './repair.ts';
import { solve } from './solve.ts';
import { aLearner, anOffer, aProblem, randomProblem } from './testing.ts';
import { validate } from './validate.ts';

const wishes = ['ana', 'ben', 'caleb'].map((learner) => ({ learner, offer: 'art', rank: 1 }));
const published = {
	sessions: [
		{
			offer: 'art',
			section: 0,
			slot: 'd0p0',
			room: 'hall',
			adult: 'hine',
			learners: ['ana', 'ben', 'caleb']
		}
	]
};

const repaired = (problem: WeekProblem, options: Partial<Parameters<typeof repair>[2]> = {}) => {
	const result = repair(problem, published, { seed: 1, ...options });
	if (!result.ok) throw new Error('refused');
	return result;
};

test('nothing changed: nothing changes', () => {
	const { plan, changes } = repaired(aProblem({ offers: [anOffer('art')], wishes }));
	expect(plan).toEqual(published);
	expect(changes).toEqual({
		learners: [],
		ledByAnother: [],
		adults: [],
		opened: 0,
		closed: 0,
		moved: 0
	});
});

test('an absent adult is replaced in place, even in a frozen slot', () => {
	const problem = aProblem({
		offers: [anOffer('art')],
		adults: [{ id: 'hine', away: ['d0p0'] }, { id: 'tom' }],
		wishes
	});
	const { plan, changes } = repaired(problem, { frozen: ['d0p0'] });
	expect(plan.sessions[0]).toMatchObject({ slot: 'd0p0', adult: 'tom' });
	expect([changes.moved, changes.closed]).toEqual([1, 0]);
	expect(changes.learners).toEqual([]);
	expect(changes.ledByAnother).toEqual(['ana', 'ben', 'caleb']);
});

/** Art is away from Hine; only Tom could take it, and Tom leads music. */
const withMusic = (slot: string) => ({
	...published,
	sessions: [
		...published.sessions,
		{ offer: 'music', section: 0, slot, room: 'lab', adult: 'tom', learners: ['dan'] }
	]
});
const subjects = aProblem({
	learners: [...aProblem().learners, aLearner('dan')],
	offers: [anOffer('art', { qualifications: ['art'] }), anOffer('music')],
	wishes: [...wishes, { learner: 'dan', offer: 'music', rank: 1 }]
});

test('whoever could take over is relieved by a third adult, and no learner moves', () => {
	const adults = [
		{ id: 'hine', qualifications: ['art'], away: ['d0p0'] },
		{ id: 'tom', qualifications: ['art'] },
		{ id: 'kim' }
	];
	const result = repair({ ...subjects, adults }, withMusic('d0p0'), { seed: 1 });
	expect(result.ok && result.plan.sessions.map(({ slot, adult }) => [slot, adult])).toEqual([
		['d0p0', 'tom'],
		['d0p0', 'kim']
	]);
	expect(result.ok && result.lost).toEqual([]);
});

test('whoever has no session left this week hands one of another time over', () => {
	const adults = [
		{ id: 'hine', qualifications: ['art'], away: ['d0p0', 'd1p2'] },
		{ id: 'tom', qualifications: ['art'], maximumSessions: 1 },
		{ id: 'kim' }
	];
	const result = repair({ ...subjects, adults }, withMusic('d1p2'), { seed: 1 });
	expect(result.ok && result.plan.sessions.map(({ slot, adult }) => [slot, adult])).toEqual([
		['d0p0', 'tom'],
		['d1p2', 'kim']
	]);
});

test('of two sessions and one adult left the larger one is taken over', () => {
	const here = { section: 0, slot: 'd0p0' };
	const sessions = [
		{ ...here, offer: 'music', room: 'lab', adult: 'tom', learners: ['dan'] },
		{ ...here, offer: 'art', room: 'hall', adult: 'hine', learners: ['ana', 'ben', 'caleb'] }
	];
	const away = ['d0p0', 'd0p1', 'd0p2', 'd1p0', 'd1p1', 'd1p2'];
	const adults = [
		{ id: 'hine', away },
		{ id: 'tom', away },
		{ id: 'kim', maximumSessions: 1 }
	];
	const offers = [anOffer('art'), anOffer('music')];
	const result = repair({ ...subjects, offers, adults }, { sessions }, { seed: 1 });
	expect(result.ok && result.plan.sessions.map(({ offer, adult }) => [offer, adult])).toEqual([
		['art', 'kim']
	]);
	expect(result.ok && result.changes.learners).toEqual(['dan']);
});

test('a taken-over session keeps its room; a lost room is replaced by one with a seat for everybody', () => {
	const rooms = [
		{ id: 'nook', seats: 1 },
		{ id: 'lab', seats: 8 },
		{ id: 'hall', seats: 30, closed: ['d0p0'] }
	];
	const { plan, changes, lost } = repaired(aProblem({ offers: [anOffer('art')], rooms, wishes }));
	expect(plan.sessions.map(({ slot, room }) => [slot, room])).toEqual([['d0p0', 'lab']]);
	expect([changes.learners, lost]).toEqual([['ana', 'ben', 'caleb'], []]);
	const adults = [{ id: 'hine', away: ['d0p0'] }, { id: 'tom' }];
	const kept = repaired(aProblem({ offers: [anOffer('art', { maximum: 3 })], adults, wishes }));
	expect(kept.plan.sessions[0]?.room).toBe('hall');
});

test('nobody else makes way for a seat that is lost', () => {
	const learners = ['ana', 'ben', 'caleb'].map((id) => aLearner(id));
	const offers = [anOffer('art', { maximum: 1, sections: 2, slots: ['d0p0', 'd0p1'] })];
	const held = (section: number, slot: string, learner: string) => ({
		offer: 'art',
		section,
		slot,
		room: 'hall',
		adult: 'hine',
		learners: [learner]
	});
	const before = { sessions: [held(0, 'd0p0', 'ana'), held(1, 'd0p1', 'ben')] };
	const adults = [{ id: 'hine', away: ['d0p1'] }];
	const absent = repair(aProblem({ learners, offers, adults, wishes }), before, { seed: 1 });
	expect(absent.ok && absent.changes.learners).toEqual(['ben']);
});

test('with nobody to replace the adult the section moves, but not into a frozen slot', () => {
	const problem = aProblem({
		offers: [anOffer('art')],
		adults: [{ id: 'hine', away: ['d0p0'] }],
		wishes
	});
	const { plan, lost } = repaired(problem, { frozen: ['d0p0', 'd0p1', 'd0p2', 'd1p0', 'd1p1'] });
	expect(plan.sessions.map(({ slot }) => slot)).toEqual(['d1p2']);
	expect(lost).toEqual([]);
});

test('a late wish takes a free seat and touches nobody else', () => {
	const problem = aProblem({
		offers: [anOffer('art'), anOffer('music', { minimum: 1 })],
		wishes: [...wishes, { learner: 'ana', offer: 'music', rank: 2 }],
		pins: [{ offer: 'music', section: 0, slot: 'd0p1', room: 'lab', adult: 'tom' }]
	});
	const before = {
		sessions: [
			...published.sessions,
			{ offer: 'music', section: 0, slot: 'd0p1', room: 'lab', adult: 'tom', learners: [] }
		]
	};
	const result = repair(problem, before, {
		seed: 1,
		requests: [{ learner: 'ana', offer: 'music' }]
	});
	expect(result.ok && result.changes.learners).toEqual(['ana']);
});

for (const seed of [1, 2, 3, 4, 5])
	test(`an absence in a random week: the repair is valid, frozen slots stand still (${seed})`, () => {
		const problem = randomProblem(seed, 24);
		const first = solve(problem, { seed, budget: { moves: 4_000 } });
		if (!first.ok) throw new Error('refused');
		const random = createRandom(seed);
		const absent = random.below(problem.adults.length);
		const away = problem.slots.filter(({ day }) => day === 1).map(({ id }) => id);
		const changed = {
			...problem,
			adults: problem.adults.map((adult, i) => (i === absent ? { ...adult, away } : adult))
		};
		const frozen = problem.slots.filter(({ day }) => day === 0).map(({ id }) => id);
		const result = repair(changed, first.plan, { seed, frozen });
		if (!result.ok) throw new Error('refused');
		expect(validate(changed, result.plan)).toEqual([]);
		const early = (plan: typeof first.plan) =>
			plan.sessions.filter(
				({ slot, adult }) => frozen.includes(slot) && adult !== problem.adults[absent]?.id
			);
		expect(early(result.plan)).toEqual(
			expect.arrayContaining(early(first.plan).filter((s) => s.adult !== null))
		);
	});

test('a seat that nothing asks for any more is kept all the same', () => {
	const { plan, changes } = repaired(
		aProblem({ offers: [anOffer('art')], wishes: wishes.slice(1) })
	);
	expect(plan).toEqual(published);
	expect(changes.learners).toEqual([]);
});
