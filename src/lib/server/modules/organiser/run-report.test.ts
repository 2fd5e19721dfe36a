import { describe, expect, test } from 'vitest';
import { checkProblem, solve, validate } from '#engines/organiser/index.ts';
import { newUuid, type PersonId, type SiteId, type Uuid } from '../../platform/ids.ts';
import type { CallId } from './organiser.tables.ts';
import { reportOf } from './run-report.ts';
import type { OfferFact, PersonFact, WeekFacts } from './week-facts.ts';
import { toWeekProblem } from './week-problem.ts';
import { factsWith, offerFact, personFact, slotFact, testMonday } from './week.testing.ts';

const id = <T extends Uuid>() => newUuid<T>(new Date(0));
const [ana, ben, tom] = [personFact('learner'), personFact('learner'), personFact('teacher')];
const must = (who: PersonFact, offer: OfferFact) => ({
	callId: id<CallId>(),
	learnerId: who.personId,
	offerId: offer.offerId,
	isMust: true,
	severity: 5,
	fromDay: testMonday
});

/** The best complete week of some facts, as a run reports it. */
function runOn(more: Partial<WeekFacts>) {
	const problem = toWeekProblem(factsWith({ people: [ana, ben, tom], ...more }));
	expect(checkProblem(problem)).toEqual([]);
	const solved = solve(problem, { seed: 3, budget: { moves: 256 } });
	if (!solved.ok) throw new Error('the problem has no fault');
	expect(validate(problem, solved.plan)).toEqual([]);
	return { report: reportOf(problem, solved.plan), plan: solved.plan };
}

/** A second offer that can be held: what is wrong elsewhere never takes it away. */
const fine = offerFact({ title: 'fine' });
const unplaced = (who: PersonFact, offer: OfferFact) => [
	{ learner: who.personId, offer: offer.offerId }
];

describe('bad input: the best complete week all the same, and the smallest set of causes', () => {
	const slots = [slotFact('2026-12-07'), slotFact('2026-12-08')];

	test('nobody may lead it', () => {
		const offer = offerFact({ adults: [{ personId: id<PersonId>(), isUsual: true }] });
		const { report, plan } = runOn({
			slots,
			offers: [offer, fine],
			calls: [must(ana, offer), must(ben, fine)]
		});
		expect(report.causes).toEqual([{ code: 'organiser.cause-no-adult', ids: [offer.offerId] }]);
		expect(report.unplaced).toEqual(unplaced(ana, offer));
		expect(plan.sessions.map((session) => session.offer)).toEqual([fine.offerId]);
	});

	test('no room has what it needs', () => {
		const offer = offerFact({ features: ['kiln'] });
		const { report } = runOn({ slots, offers: [offer], calls: [must(ana, offer)] });
		expect(report.causes).toEqual([{ code: 'organiser.cause-no-room', ids: [offer.offerId] }]);
	});

	test('no section may open', () => {
		const offer = offerFact({ sections: 0 });
		const { report } = runOn({ slots, offers: [offer], calls: [must(ana, offer)] });
		expect(report.causes).toEqual([
			{ code: 'organiser.cause-zero-capacity', ids: [offer.offerId] }
		]);
	});

	test('two musts and one period', () => {
		const [one, two] = [offerFact({}), offerFact({})];
		const { report } = runOn({ offers: [one, two], calls: [must(ana, one), must(ana, two)] });
		expect(report.causes).toEqual([
			{
				code: 'organiser.cause-musts-clash',
				ids: [ana.personId, one.offerId, two.offerId]
			}
		]);
		expect(report.unplaced).toHaveLength(1);
	});

	test('more musts than seats', () => {
		const offer = offerFact({ maximum: 1 });
		const { report } = runOn({ offers: [offer], calls: [must(ana, offer), must(ben, offer)] });
		expect(report.causes).toEqual([
			{ code: 'organiser.cause-too-many-musts', ids: [offer.offerId], missing: 1 }
		]);
	});

	test('a learner who is away whenever it is held, or has not what comes first', () => {
		const [late, hard] = [offerFact({}), offerFact({ needsFirst: [id()] })];
		const absence = {
			personId: ana.personId,
			roomId: null,
			startsOn: testMonday,
			endsOn: testMonday,
			periodId: null
		};
		const { report } = runOn({
			offers: [late, hard],
			calls: [must(ana, late), must(ben, hard)],
			absences: [absence]
		});
		expect(report.causes).toEqual(
			expect.arrayContaining([
				{ code: 'organiser.cause-learner-away', ids: [ana.personId, late.offerId] },
				{ code: 'organiser.cause-prerequisite', ids: [ben.personId, hard.offerId] }
			])
		);
	});

	test('a pair kept apart that both must come to the one group; wanting company does not undo it', () => {
		const offer = offerFact({});
		const pair = { learnerId: ana.personId, otherId: ben.personId };
		const { report } = runOn({
			offers: [offer],
			calls: [must(ana, offer), must(ben, offer)],
			pairs: [
				{ kind: 'apart', ...pair },
				{ kind: 'wants', ...pair },
				{ kind: 'wants', learnerId: ben.personId, otherId: ana.personId }
			]
		});
		expect(report.causes).toMatchObject([{ code: 'organiser.cause-apart' }]);
		expect(report.unplaced).toHaveLength(1);
	});

	test('no place for a learner in a period', () => {
		const { report } = runOn({
			week: {
				siteId: id<SiteId>(),
				startsOn: testMonday,
				state: 'open',
				studySeats: 1,
				money: null,
				adultMinutes: null
			}
		});
		expect(report.causes).toMatchObject([{ code: 'organiser.cause-study-full', missing: 1 }]);
	});

	test('one adult for two offers in one period', () => {
		const only = { adults: [{ personId: tom.personId, isUsual: true }], needsRoom: false };
		const [one, two] = [offerFact(only), offerFact(only)];
		const { report } = runOn({ offers: [one, two], calls: [must(ana, one), must(ben, two)] });
		expect(report.causes).toMatchObject([{ code: 'organiser.cause-adult-overbooked', missing: 1 }]);
	});

	test('one adult for two offers in one period, with other periods free: the two are named', () => {
		const only = {
			adults: [{ personId: tom.personId, isUsual: true }],
			needsRoom: false,
			untilDay: testMonday
		};
		const [one, two] = [offerFact(only), offerFact(only)];
		const { report } = runOn({
			slots,
			offers: [one, two, fine],
			calls: [must(ana, one), must(ben, two), must(ben, fine)]
		});
		expect(report.causes).toMatchObject([{ code: 'organiser.cause-together-adults' }]);
		expect(report.causes[0]?.ids.toSorted()).toEqual(
			[ana.personId, one.offerId, ben.personId, two.offerId].toSorted()
		);
	});

	test('nothing wrong: no cause', () => {
		const { report } = runOn({ offers: [fine], calls: [must(ana, fine)] });
		expect(report).toMatchObject({ causes: [], unplaced: [], sessions: 1, seats: 1 });
	});
});

test('what one more group would free is said in numbers', () => {
	const offer = offerFact({ maximum: 1, minimum: 1 });
	const wishes = [ana, ben].map(({ personId }) => ({
		learnerId: personId,
		offerId: offer.offerId,
		rank: 1
	}));
	const { report } = runOn({ offers: [offer], wishes });
	expect(report.unmet).toEqual({ 'organiser.wish-full': 1 });
	expect(report.choices).toEqual([
		{ asked: 2, given: 1 },
		...Array(3).fill({ asked: 0, given: 0 })
	]);
	expect(report.noneOfThree).toBe(1);
	expect(report.relaxations).toContainEqual(
		expect.objectContaining({ kind: 'section', offer: offer.offerId, wishes: 1, adultToFind: true })
	);
});
