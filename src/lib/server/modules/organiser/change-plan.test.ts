import { describe, expect, test } from 'vitest';
import { newUuid, type SiteId, type Uuid } from '../../platform/ids.ts';
import type { RoomId } from '../school/index.ts';
import { planChange } from './change-plan.ts';
import type { ChangeRequest } from './change-request.ts';
import type { SessionId, WeekId } from './organiser.tables.ts';
import type { HeldSession } from './published.store.ts';
import type { OfferFact, PersonFact, WeekFacts } from './week-facts.ts';
import { factsWith, offerFact, personFact, slotFact, testMonday } from './week.testing.ts';

const id = <T extends Uuid>() => newUuid<T>(new Date(0));
const weekId = id<WeekId>();
const roomId = id<RoomId>();
const [one, two] = [slotFact('2026-12-07'), slotFact('2026-12-07', '11:00:00', '12:00:00')];
const [tom, uma] = [personFact('teacher'), personFact('teacher')];
const [ana, ben, cai] = [personFact('learner'), personFact('learner'), personFact('learner')];
const never = { begun: new Set<string>(), frozen: new Set<string>() };

const held = (
	offer: OfferFact,
	slot: typeof one,
	adult: PersonFact,
	learners: readonly PersonFact[],
	room: RoomId = roomId
): HeldSession => ({
	sessionId: id<SessionId>(),
	offerId: offer.offerId,
	section: 0,
	day: slot.day,
	periodId: slot.period.periodId,
	roomId: room,
	adultId: adult.personId,
	learnerIds: learners.map(({ personId }) => personId)
});

const facts = (more: Partial<WeekFacts>): WeekFacts =>
	factsWith({
		week: {
			siteId: id<SiteId>(),
			startsOn: testMonday,
			state: 'published',
			studySeats: 20,
			money: null,
			adultMinutes: null
		},
		slots: [one, two],
		rooms: [
			{ roomId, name: 'Room 1', seats: 20, features: [], area: null },
			{ roomId: id<RoomId>(), name: 'Room 2', seats: 20, features: [], area: null }
		],
		people: [tom, uma, ana, ben, cai],
		...more
	});

const away = (person: PersonFact): ChangeRequest => ({
	weekId,
	what: 'away',
	personId: person.personId,
	day: testMonday,
	periodId: null
});

describe('an adult is away', () => {
	const named = (people: readonly PersonFact[]) =>
		offerFact({ adults: people.map(({ personId }) => ({ personId, isUsual: false })) });

	test('another who may lead takes the session over; nobody loses the seat', () => {
		const offer = named([tom, uma]);
		const session = held(offer, one, tom, [ana, ben]);
		const made = planChange(facts({ offers: [offer] }), [session], away(tom), never);
		expect(made.ok && made.value.plan.sessions[0]).toMatchObject({
			adult: uma.personId,
			slot: one.id,
			learners: [ana.personId, ben.personId].sort()
		});
	});

	test('where nobody else may, it is not held that day, and its learners are counted by name', () => {
		const offer = named([tom]);
		const session = held(offer, one, tom, [ana, ben]);
		const made = planChange(facts({ offers: [offer] }), [session], away(tom), never);
		expect(made.ok && made.value.plan.sessions).toEqual([]);
		expect(made.ok && made.value.changes.learners).toEqual([ana.personId, ben.personId].sort());
	});

	test('what has begun is left as it was', () => {
		const offer = named([tom]);
		const session = held(offer, one, tom, [ana]);
		const begun = { begun: new Set([one.id]), frozen: new Set<string>() };
		const made = planChange(facts({ offers: [offer] }), [session], away(tom), begun);
		expect(made.ok && made.value.plan.sessions).toHaveLength(1);
		expect(made.ok && made.value.changes.learners).toEqual([]);
	});
});

describe('a learner is away', () => {
	const wish = (person: PersonFact, offer: OfferFact, rank: number) => ({
		learnerId: person.personId,
		offerId: offer.offerId,
		rank
	});
	const offer = offerFact({ minimum: 2, maximum: 2 });
	const session = held(offer, one, tom, [ana, ben]);
	const plan = (wishes: WeekFacts['wishes'], time = never, more: readonly HeldSession[] = []) => {
		const offers = [offer, other];
		const made = planChange(facts({ offers, wishes }), [session, ...more], away(ana), time);
		if (!made.ok) throw new Error(made.error.code);
		return made.value;
	};
	const other = offerFact({});

	test('the seat goes to whoever wished for it most and has study then; the group is held', () => {
		const made = plan([wish(cai, offer, 2), wish(uma, offer, 1)]);
		expect(made.handedOn).toEqual([{ learner: cai.personId, offer: offer.offerId, slot: one.id }]);
		expect(made.plan.sessions.map(({ learners }) => learners)).toEqual([
			[ben.personId, cai.personId].sort()
		]);
		expect(made.changes.learners).toEqual([ana.personId, cai.personId].sort());
	});

	test('nobody gives up another seat for it, and nothing is handed on within a day', () => {
		const busy = held(other, one, uma, [cai]);
		expect(plan([wish(cai, offer, 1)], never, [busy]).handedOn).toEqual([]);
		const frozen = { begun: new Set<string>(), frozen: new Set([one.id]) };
		expect(plan([wish(cai, offer, 1)], frozen).handedOn).toEqual([]);
	});

	test('the person who decides may keep it free', () => {
		const roomy = offerFact({});
		const offers = { offers: [roomy], wishes: [wish(cai, roomy, 1)] };
		const request = { ...away(ana), keepFree: 'yes' as const };
		const made = planChange(facts(offers), [held(roomy, one, tom, [ana, ben])], request, never);
		expect(made.ok && made.value.handedOn).toEqual([]);
		expect(made.ok && made.value.changes.learners).toEqual([ana.personId]);
	});
});

test('a lost room is replaced by another one', () => {
	const offer = offerFact({});
	const session = held(offer, one, tom, [ana]);
	const request = { weekId, what: 'room' as const, roomId, day: testMonday, periodId: null };
	const given = facts({ offers: [offer] });
	const made = planChange(given, [session], request, never);
	expect(made.ok && made.value.plan.sessions[0]?.room).toBe(given.rooms[1]?.roomId);
});

test('a seat once published is kept although the age, or what comes first, no longer fits', () => {
	const offer = offerFact({ ageFrom: 60, needsFirst: [id()] });
	const session = held(offer, one, tom, [ana]);
	const request = { weekId, what: 'facts' as const };
	expect(planChange(facts({ offers: [offer] }), [session], request, never)).toEqual({
		ok: false,
		error: { code: 'organiser.nothing-changed' }
	});
});

describe('a late wish', () => {
	const wish = (offer: OfferFact): ChangeRequest => ({
		weekId,
		what: 'wish',
		learnerId: cai.personId,
		offerId: offer.offerId
	});
	const wished = (offer: OfferFact) => [
		{ learnerId: cai.personId, offerId: offer.offerId, rank: 1 }
	];

	test('takes a free seat and touches nobody else', () => {
		const offer = offerFact({});
		const given = facts({ offers: [offer], wishes: wished(offer) });
		const made = planChange(given, [held(offer, one, tom, [ana])], wish(offer), never);
		expect(made.ok && made.value.changes.learners).toEqual([cai.personId]);
	});

	test('is refused where no seat can be had, or the slot is frozen', () => {
		const offer = offerFact({ maximum: 1 });
		const given = facts({
			offers: [offer],
			wishes: wished(offer),
			calls: [
				{
					callId: id(),
					learnerId: ana.personId,
					offerId: offer.offerId,
					isMust: true,
					severity: 5,
					fromDay: testMonday
				}
			]
		});
		const refusal = { ok: false, error: { code: 'organiser.wish-not-possible' } };
		expect(planChange(given, [held(offer, one, tom, [ana])], wish(offer), never)).toEqual(refusal);
		const roomy = offerFact({});
		const frozen = { begun: new Set<string>(), frozen: new Set([one.id]) };
		expect(
			planChange(
				facts({ offers: [roomy], wishes: wished(roomy) }),
				[held(roomy, one, tom, [ana])],
				wish(roomy),
				frozen
			)
		).toEqual(refusal);
	});
});

describe('by hand', () => {
	const [maths, art] = [offerFact({ maximum: 2 }), offerFact({ minimum: 2 })];
	const [mathsHeld, artHeld] = [
		held(maths, one, tom, [ana]),
		held(art, one, uma, [ben, cai], id<RoomId>())
	];
	const rooms = [mathsHeld, artHeld].map(({ roomId: room }) => ({
		roomId: room ?? roomId,
		name: 'Room',
		seats: 20,
		features: [],
		area: null
	}));
	const given = facts({ offers: [maths, art], rooms });
	const ask = (request: ChangeRequest, with_ = given, time = never) =>
		planChange(with_, [mathsHeld, artHeld], request, time);
	const moveIn = (who: PersonFact): ChangeRequest => ({
		weekId,
		what: 'move-in',
		learnerId: who.personId,
		sessionId: mathsHeld.sessionId
	});

	test('a group that would be too small refuses; a cancelled session sends its learners to study', () => {
		expect(ask(moveIn(ben))).toEqual({
			ok: false,
			error: { code: 'organiser.group-too-small' }
		});
		const made = ask({ weekId, what: 'cancel', sessionId: artHeld.sessionId });
		expect(made.ok && made.value.changes).toMatchObject({ closed: 1 });
		expect(made.ok && made.value.plan.sessions).toHaveLength(1);
	});

	test('a learner is put in and taken out; a full session, a pair kept apart and the next day refuse', () => {
		const dee = personFact('learner');
		const more = { ...given, people: [...given.people, dee] };
		const made = ask(moveIn(dee), more);
		expect(made.ok && made.value.changes.learners).toEqual([dee.personId]);
		const apart = { kind: 'apart' as const, learnerId: ana.personId, otherId: dee.personId };
		expect(ask(moveIn(dee), { ...more, pairs: [apart] })).toEqual({
			ok: false,
			error: { code: 'organiser.not-together' }
		});
		const small = rooms.map((room) => ({ ...room, seats: 1 }));
		expect(ask(moveIn(dee), { ...more, rooms: small })).toEqual({
			ok: false,
			error: { code: 'organiser.session-full' }
		});
		const frozen = { begun: new Set<string>(), frozen: new Set([one.id]) };
		expect(ask(moveIn(dee), more, frozen)).toEqual({
			ok: false,
			error: { code: 'organiser.frozen' }
		});
		expect(ask({ weekId, what: 'cancel', sessionId: id<SessionId>() })).toEqual({
			ok: false,
			error: { code: 'organiser.not-found' }
		});
	});

	test('an absence that nobody has mended yet is not held against another change', () => {
		const absence = {
			personId: uma.personId,
			roomId: null,
			startsOn: testMonday,
			endsOn: testMonday,
			periodId: null
		};
		const dee = personFact('learner');
		const more = { ...given, people: [...given.people, dee], absences: [absence] };
		expect(ask(moveIn(dee), more).ok).toBe(true);
	});
});
