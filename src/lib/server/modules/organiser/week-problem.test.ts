import { describe, expect, test } from 'vitest';
import { checkProblem, solve } from '#engines/organiser/index.ts';
import { probability } from '#engines/kernel/index.ts';
import { isSchoolDay, type SchoolDay } from '../../platform/clock/index.ts';
import { newUuid, type OutcomeId, type PersonId, type Uuid } from '../../platform/ids.ts';
import type { StrandId } from '../curriculum/index.ts';
import type { BeliefMap, BeliefView } from '../learner-model/index.ts';
import type { OpportunityId } from '../opportunities/index.ts';
import type { PeriodId, RoomId } from '../school/index.ts';
import type { CallId, OfferId } from './organiser.tables.ts';
import { factsWith, offerFact, personFact, slotFact } from './week.testing.ts';
import { toWeekProblem } from './week-problem.ts';

const id = <T extends Uuid>() => newUuid<T>(new Date(0));
const day = (text: string): SchoolDay => {
	if (!isSchoolDay(text)) throw new TypeError(text);
	return text;
};
const belief = (outcomeId: OutcomeId, state: BeliefView['state'], chance = 0.9): BeliefView => ({
	outcomeId,
	state,
	probability: probability(chance),
	low: probability(0),
	high: probability(1),
	evidence: 3,
	varied: 2,
	occasions: 2,
	own: null,
	modelVersion: 'm'
});
const mapOf = (...beliefs: readonly BeliefView[]): BeliefMap =>
	new Map(beliefs.map((one) => [one.outcomeId, one]));

describe('from facts to the engine’s problem', () => {
	test('a problem of real facts has no fault and can be solved', () => {
		const offer = offerFact({ sections: 1, minimum: 1 });
		const ana = personFact('learner');
		const problem = toWeekProblem(
			factsWith({
				people: [ana, personFact('teacher')],
				offers: [offer],
				wishes: [{ learnerId: ana.personId, offerId: offer.offerId, rank: 1 }]
			})
		);
		expect(checkProblem(problem)).toEqual([]);
		const solved = solve(problem, { seed: 1, budget: { moves: 64 } });
		expect(solved.ok && solved.plan.sessions[0]?.learners).toEqual([ana.personId]);
	});

	test('absences close a slot of a room, an adult, a learner; a period narrows them', () => {
		const [one, two] = [slotFact('2026-12-07'), slotFact('2026-12-07', '11:00:00', '12:00:00')];
		const facts = factsWith({
			slots: [one, two],
			people: [personFact('teacher'), personFact('learner')]
		});
		const [teacher, learner] = facts.people;
		const room = facts.rooms[0];
		const whole = { startsOn: day('2026-12-01'), endsOn: day('2026-12-07'), periodId: null };
		const problem = toWeekProblem({
			...facts,
			absences: [
				{ ...whole, personId: teacher?.personId ?? null, roomId: null },
				{
					...whole,
					personId: learner?.personId ?? null,
					roomId: null,
					periodId: two.period.periodId
				},
				{ ...whole, personId: null, roomId: room?.roomId ?? null, endsOn: day('2026-12-06') }
			]
		});
		expect(problem.adults[0]?.away).toEqual([one.id, two.id]);
		expect(problem.learners[0]?.away).toEqual([two.id]);
		expect(problem.rooms[0]?.closed).toEqual([]);
	});

	test('an adult who leads at another site is away while the times overlap', () => {
		const [one, two] = [slotFact('2026-12-07'), slotFact('2026-12-07', '11:00:00', '12:00:00')];
		const teacher = personFact('teacher');
		const problem = toWeekProblem(
			factsWith({
				slots: [one, two],
				people: [teacher],
				busy: [
					{
						personId: teacher.personId,
						day: day('2026-12-07'),
						startsAt: '10:45:00',
						endsAt: '11:15:00'
					}
				]
			})
		);
		expect(problem.adults[0]?.away).toEqual([two.id]);
	});

	test('ages and what comes first bind; an adult’s call sets the age aside, never what comes first', () => {
		const outcome = id<OutcomeId>();
		const young = personFact('learner', { birthDate: day('2020-12-08') });
		const old = personFact('learner', { birthDate: day('2016-12-07') });
		const offer = offerFact({ ageFrom: 6, ageTo: 8, needsFirst: [outcome] });
		const facts = factsWith({ people: [young, old], offers: [offer] });
		const ageOf = (problem: ReturnType<typeof toWeekProblem>, who: PersonId) =>
			problem.learners.find((learner) => learner.id === who)?.secure ?? [];
		const problem = toWeekProblem(facts);
		// One day short of six, and ten on the day.
		expect(ageOf(problem, young.personId)).toEqual([]);
		expect(ageOf(problem, old.personId)).toEqual([]);
		const must = {
			callId: id<CallId>(),
			learnerId: old.personId,
			offerId: offer.offerId,
			isMust: true,
			severity: 5,
			fromDay: day('2026-12-01')
		};
		const asked = toWeekProblem({ ...facts, calls: [must, { ...must, callId: id<CallId>() }] });
		expect(ageOf(asked, old.personId)).toEqual([`ages ${offer.offerId}`]);
		expect(asked.musts).toEqual([{ learner: old.personId, offer: offer.offerId }]);
		const known = new Map([[old.personId, mapOf(belief(outcome, 'due-a-refresh'))]]);
		expect(ageOf(toWeekProblem({ ...facts, beliefs: known, calls: [must] }), old.personId)).toEqual(
			[outcome, `ages ${offer.offerId}`]
		);
	});

	test('who may lead: the named who are here, else any teacher; nobody left is no adult at all', () => {
		const teacher = personFact('teacher');
		const aide = personFact('support');
		const gone = id<PersonId>();
		const named = offerFact({ adults: [{ personId: aide.personId, isUsual: true }] });
		const lost = offerFact({ adults: [{ personId: gone, isUsual: true }] });
		const anyone = offerFact({});
		const outside = offerFact({ kind: 'off-site' });
		const { offers } = toWeekProblem(
			factsWith({ people: [teacher, aide], offers: [named, lost, anyone, outside] })
		);
		expect(offers.map(({ adults, usualAdult }) => [adults, usualAdult])).toEqual([
			[[aide.personId], aide.personId],
			[undefined, undefined],
			[[teacher.personId], undefined],
			[[], undefined]
		]);
		expect(offers[1]?.qualifications).toHaveLength(1);
	});

	test('company counts when both say it, once; pairs apart stand by themselves', () => {
		const [a, b, c] = [personFact('learner'), personFact('learner'), personFact('learner')];
		const wants = (x: typeof a, y: typeof a) => ({
			kind: 'wants' as const,
			learnerId: x.personId,
			otherId: y.personId
		});
		const problem = toWeekProblem(
			factsWith({
				people: [a, b, c],
				pairs: [
					wants(a, b),
					wants(b, a),
					wants(a, c),
					{ kind: 'apart', learnerId: b.personId, otherId: c.personId }
				]
			})
		);
		expect(problem.together).toEqual([[a.personId, b.personId].sort()]);
		expect(problem.apart).toEqual([[b.personId, c.personId]]);
	});

	test('owed minutes roll over four weeks, only in strands that are offered', () => {
		const [offered, other] = [id<StrandId>(), id<StrandId>()];
		const ana = personFact('learner', { band: '8-11' });
		const rule = { band: '8-11' as const, weeklyMinutes: 120 };
		const facts = factsWith({
			people: [ana],
			offers: [offerFact({ strandId: offered })],
			rules: [
				{ ...rule, strandId: offered },
				{ ...rule, strandId: other },
				{ ...rule, strandId: offered, band: '5-7' }
			],
			weeksKnown: 2,
			given: [{ learnerId: ana.personId, strandId: offered, weeksAgo: 1, minutes: 200 }]
		});
		expect(toWeekProblem(facts).owed).toEqual([
			{ learner: ana.personId, domain: offered, minutes: 160 }
		]);
	});

	test('last week’s seats are this week’s habits where the period and the offer are still there', () => {
		const slot = slotFact('2026-12-08');
		const ana = personFact('learner');
		const offer = offerFact({});
		const seat = {
			offerId: offer.offerId,
			section: 0,
			day: day('2026-12-01'),
			periodId: slot.period.periodId,
			roomId: null,
			adultId: null,
			learnerIds: [ana.personId, id<PersonId>()]
		};
		const problem = toWeekProblem(
			factsWith({
				slots: [slot],
				people: [ana],
				offers: [offer],
				before: [seat, { ...seat, offerId: id<OfferId>() }, { ...seat, periodId: id<PeriodId>() }]
			})
		);
		expect(problem.habits).toEqual([
			{ learner: ana.personId, slot: slot.id, offer: offer.offerId }
		]);
	});

	test('an offer is open in its periods and between its days', () => {
		const slots = [slotFact('2026-12-07'), slotFact('2026-12-08'), slotFact('2026-12-09')];
		const [, second] = slots;
		const [a, b] = [
			offerFact({ fromDay: day('2026-12-08'), untilDay: day('2026-12-08') }),
			offerFact({ periodIds: [second?.period.periodId ?? id<PeriodId>()] })
		];
		const { offers } = toWeekProblem(factsWith({ slots, offers: [a, b] }));
		expect(offers.map((offer) => offer.slots)).toEqual([[second?.id], [second?.id]]);
	});
});

describe('needs', () => {
	const outcome = id<OutcomeId>();
	const ana = personFact('learner', { birthDate: day('2016-01-01') });
	const builds = offerFact({ builds: [outcome] });
	const graph = { ids: [outcome], precedes: [] };

	test('a step that is due weighs more than one that is only planned; waiting weeks count', () => {
		const opportunityId = id<OpportunityId>();
		const offer = offerFact({ opportunityId });
		const step = {
			learnerId: ana.personId,
			outcomeIds: [],
			opportunityId,
			since: new Date('2026-11-20T00:00:00Z')
		};
		const needsOf = (dueOn: SchoolDay | null) =>
			toWeekProblem(factsWith({ people: [ana], offers: [offer], planned: [{ ...step, dueOn }] }))
				.needs;
		expect(needsOf(day('2026-12-11'))).toMatchObject([
			{ severity: 4, weeks: 2, offers: [offer.offerId] }
		]);
		expect(needsOf(null)).toMatchObject([{ severity: 2 }]);
		expect(
			toWeekProblem(factsWith({ people: [ana], planned: [{ ...step, dueOn: null }] })).needs
		).toEqual([]);
	});

	test('what a learner is ready for is a mild need where an offer builds it; what is secure is none', () => {
		const facts = factsWith({ people: [ana], offers: [builds], graph });
		const believed = (state: BeliefView['state']) =>
			toWeekProblem({
				...facts,
				beliefs: new Map([[ana.personId, mapOf(belief(outcome, state, 0.4))]])
			}).needs;
		expect(believed('working-on')).toMatchObject([{ severity: 1, source: 'evidence' }]);
		expect(believed('secure')).toEqual([]);
		expect(toWeekProblem(facts).needs).toEqual([]);
	});

	test('a goal for the same outcome takes the place of readiness: one need, not two', () => {
		const facts = factsWith({
			people: [ana],
			offers: [builds],
			graph,
			beliefs: new Map([[ana.personId, mapOf(belief(outcome, 'working-on', 0.4))]]),
			planned: [
				{
					learnerId: ana.personId,
					outcomeIds: [outcome],
					opportunityId: null,
					dueOn: null,
					since: new Date('2026-12-06T00:00:00Z')
				}
			]
		});
		expect(toWeekProblem(facts).needs).toMatchObject([{ severity: 2 }]);
	});

	test('at most two outcomes a week because of readiness, and none far from the learner’s age', () => {
		const ids = [id<OutcomeId>(), id<OutcomeId>(), id<OutcomeId>(), id<OutcomeId>()];
		const [first] = ids;
		const facts = factsWith({
			people: [ana],
			offers: ids.map((one) => offerFact({ builds: [one] })),
			graph: { ids, precedes: [] },
			beliefs: new Map([
				[ana.personId, mapOf(...ids.map((one) => belief(one, 'working-on', 0.4)))]
			]),
			agesOf: new Map([[first ?? outcome, { from: 15, to: null }]])
		});
		const needs = toWeekProblem(facts).needs ?? [];
		expect(needs).toHaveLength(2);
		expect(needs.some((need) => need.id.endsWith(first ?? ''))).toBe(false);
	});

	test('an adult’s call is a need of its own severity that grows while it waits', () => {
		const call = {
			callId: id<CallId>(),
			learnerId: ana.personId,
			offerId: builds.offerId,
			isMust: false,
			severity: 5,
			fromDay: day('2026-11-23')
		};
		const stranger = { ...call, callId: id<CallId>(), learnerId: id<PersonId>() };
		expect(
			toWeekProblem(factsWith({ people: [ana], offers: [builds], calls: [call, stranger] })).needs
		).toEqual([
			{
				id: `call ${ana.personId} ${call.callId}`,
				learner: ana.personId,
				offers: [builds.offerId],
				source: 'call',
				severity: 5,
				weeks: 2
			}
		]);
	});
});

test('a published week goes in as the plan that people already have', () => {
	const slot = slotFact('2026-12-07');
	const [offer, roomId] = [offerFact({}), id<RoomId>()];
	const published = [
		{
			offerId: offer.offerId,
			section: 1,
			day: slot.day,
			periodId: slot.period.periodId,
			roomId,
			adultId: null,
			learnerIds: []
		}
	];
	const problem = toWeekProblem(factsWith({ slots: [slot], offers: [offer], published }));
	expect(problem.published?.sessions).toEqual([
		{ offer: offer.offerId, section: 1, slot: slot.id, room: roomId, adult: null, learners: [] }
	]);
});
