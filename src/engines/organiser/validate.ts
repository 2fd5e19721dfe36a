import {
	hasFeatures,
	mayLead,
	meetsPrerequisites,
	needsAdult,
	type PlannedSession,
	type WeekPlan,
	type WeekProblem
} from './problem.ts';

export type ViolationCode =
	| 'organiser.unknown-id'
	| 'organiser.section-repeated'
	| 'organiser.slot-not-allowed'
	| 'organiser.learner-twice-in-slot'
	| 'organiser.learner-twice-in-offer'
	| 'organiser.learner-away'
	| 'organiser.prerequisite-missing'
	| 'organiser.adult-missing'
	| 'organiser.adult-not-qualified'
	| 'organiser.adult-away'
	| 'organiser.adult-twice-in-slot'
	| 'organiser.adult-over-limit'
	| 'organiser.room-missing'
	| 'organiser.room-features'
	| 'organiser.room-closed'
	| 'organiser.room-twice-in-slot'
	| 'organiser.room-too-small'
	| 'organiser.group-too-small'
	| 'organiser.group-too-large'
	| 'organiser.pair-not-apart'
	| 'organiser.pin-moved'
	| 'organiser.money-over-budget'
	| 'organiser.adult-minutes-over-budget';

/** One broken hard rule: the ids it concerns, in a fixed order for each code. */
export interface Violation {
	readonly code: ViolationCode;
	readonly ids: readonly string[];
}

type Report = (code: ViolationCode, ...ids: string[]) => void;

/**
 * Checks a plan against every hard rule, from the public types alone.
 * Written apart from the search and sharing no state with it; an empty list means valid.
 * What was not granted (musts, study seats, needs) is no violation: `score` counts it.
 */
export function validate(problem: WeekProblem, plan: WeekPlan): readonly Violation[] {
	const violations: Violation[] = [];
	const report: Report = (code, ...ids) => violations.push({ code, ids });
	const lookUp = indexOf(problem);
	const known = plan.sessions.filter((session) => checkKnown(session, lookUp, report));
	for (const session of known) checkSession(session, lookUp, report);
	checkSingleUse(known, report);
	checkApart(problem, known, report);
	checkPins(problem, known, report);
	checkBudgets(problem, known, lookUp, report);
	return violations;
}

interface LookUp {
	readonly slots: ReadonlyMap<string, WeekProblem['slots'][number]>;
	readonly rooms: ReadonlyMap<string, WeekProblem['rooms'][number]>;
	readonly adults: ReadonlyMap<string, WeekProblem['adults'][number]>;
	readonly learners: ReadonlyMap<string, WeekProblem['learners'][number]>;
	readonly offers: ReadonlyMap<string, WeekProblem['offers'][number]>;
	readonly pinned: ReadonlySet<string>;
}

const sectionKey = (offer: string, section: number) => `${section} ${offer}`;

function indexOf(problem: WeekProblem): LookUp {
	const byId = <T extends { readonly id: string }>(items: readonly T[]) =>
		new Map(items.map((item) => [item.id, item]));
	return {
		slots: byId(problem.slots),
		rooms: byId(problem.rooms),
		adults: byId(problem.adults),
		learners: byId(problem.learners),
		offers: byId(problem.offers),
		pinned: new Set((problem.pins ?? []).map((pin) => sectionKey(pin.offer, pin.section)))
	};
}

function checkKnown(session: PlannedSession, lookUp: LookUp, report: Report): boolean {
	const missing = [
		lookUp.offers.has(session.offer) ? [] : [session.offer],
		lookUp.slots.has(session.slot) ? [] : [session.slot],
		session.room === null || lookUp.rooms.has(session.room) ? [] : [session.room],
		session.adult === null || lookUp.adults.has(session.adult) ? [] : [session.adult],
		session.learners.filter((id) => !lookUp.learners.has(id))
	].flat();
	for (const id of missing) report('organiser.unknown-id', id);
	return missing.length === 0;
}

function checkSession(session: PlannedSession, lookUp: LookUp, report: Report): void {
	const offer = lookUp.offers.get(session.offer);
	if (offer === undefined) return;
	const pinned = lookUp.pinned.has(sectionKey(offer.id, session.section));
	// Whoever pins a section decides its slot; `checkPins` holds it there.
	if (!pinned && offer.slots !== undefined && !offer.slots.includes(session.slot))
		report('organiser.slot-not-allowed', offer.id, session.slot);
	if (session.section < 0 || session.section >= offer.sections)
		report('organiser.section-repeated', offer.id, String(session.section));
	checkSize(session, lookUp, report);
	checkAdult(session, lookUp, report);
	checkRoom(session, lookUp, report);
	for (const id of session.learners) {
		const learner = lookUp.learners.get(id);
		if (learner === undefined) continue;
		if (learner.away?.includes(session.slot)) report('organiser.learner-away', id, session.slot);
		if (!meetsPrerequisites(learner, offer)) report('organiser.prerequisite-missing', id, offer.id);
	}
}

function checkSize(session: PlannedSession, lookUp: LookUp, report: Report): void {
	const offer = lookUp.offers.get(session.offer);
	if (offer === undefined) return;
	const size = session.learners.length;
	const pinned = lookUp.pinned.has(sectionKey(offer.id, session.section));
	if (size > offer.maximum) report('organiser.group-too-large', offer.id, session.slot);
	// A pinned section is held whatever its size.
	if (size < offer.minimum && !pinned) report('organiser.group-too-small', offer.id, session.slot);
}

function checkAdult(session: PlannedSession, lookUp: LookUp, report: Report): void {
	const offer = lookUp.offers.get(session.offer);
	if (offer === undefined) return;
	if (session.adult === null) {
		if (needsAdult(offer)) report('organiser.adult-missing', offer.id, session.slot);
		return;
	}
	const adult = lookUp.adults.get(session.adult);
	if (adult === undefined) return;
	if (!mayLead(adult, offer)) report('organiser.adult-not-qualified', adult.id, offer.id);
	if (adult.away?.includes(session.slot)) report('organiser.adult-away', adult.id, session.slot);
}

function checkRoom(session: PlannedSession, lookUp: LookUp, report: Report): void {
	const offer = lookUp.offers.get(session.offer);
	if (offer === undefined) return;
	if (session.room === null) {
		if (offer.needsRoom !== false) report('organiser.room-missing', offer.id, session.slot);
		return;
	}
	const room = lookUp.rooms.get(session.room);
	if (room === undefined) return;
	if (!hasFeatures(room, offer)) report('organiser.room-features', room.id, offer.id);
	if (room.closed?.includes(session.slot)) report('organiser.room-closed', room.id, session.slot);
	if (room.seats < session.learners.length)
		report('organiser.room-too-small', room.id, offer.id, session.slot);
}

/** Reports each key that occurs more than once. */
function once(code: ViolationCode, keys: readonly (readonly string[])[], report: Report): void {
	const seen = new Set<string>();
	for (const ids of keys) {
		const text = JSON.stringify(ids);
		if (seen.has(text)) report(code, ...ids);
		seen.add(text);
	}
}

function checkSingleUse(sessions: readonly PlannedSession[], report: Report): void {
	const seats = sessions.flatMap((session) => session.learners.map((id) => ({ id, session })));
	once(
		'organiser.section-repeated',
		sessions.map((session) => [session.offer, String(session.section)]),
		report
	);
	once(
		'organiser.learner-twice-in-slot',
		seats.map(({ id, session }) => [id, session.slot]),
		report
	);
	once(
		'organiser.learner-twice-in-offer',
		seats.map(({ id, session }) => [id, session.offer]),
		report
	);
	once(
		'organiser.adult-twice-in-slot',
		sessions.flatMap(({ adult, slot }) => (adult === null ? [] : [[adult, slot]])),
		report
	);
	once(
		'organiser.room-twice-in-slot',
		sessions.flatMap(({ room, slot }) => (room === null ? [] : [[room, slot]])),
		report
	);
}

function checkApart(
	problem: WeekProblem,
	sessions: readonly PlannedSession[],
	report: Report
): void {
	const partners = new Map<string, string[]>();
	for (const [a, b] of problem.apart ?? []) partners.set(a, [...(partners.get(a) ?? []), b]);
	for (const session of sessions) {
		const here = new Set(session.learners);
		for (const a of session.learners)
			for (const b of partners.get(a) ?? [])
				if (here.has(b)) report('organiser.pair-not-apart', a, b, session.offer);
	}
}

function checkPins(
	problem: WeekProblem,
	sessions: readonly PlannedSession[],
	report: Report
): void {
	const byKey = new Map(sessions.map((s) => [sectionKey(s.offer, s.section), s]));
	for (const pin of problem.pins ?? []) {
		const session = byKey.get(sectionKey(pin.offer, pin.section));
		// A pin that could not be held at all is counted by `score`, not here.
		if (session === undefined) continue;
		const kept =
			session.slot === pin.slot &&
			(pin.room === undefined || session.room === pin.room) &&
			(pin.adult === undefined || session.adult === pin.adult);
		if (!kept) report('organiser.pin-moved', pin.offer, String(pin.section));
	}
}

function checkBudgets(
	problem: WeekProblem,
	sessions: readonly PlannedSession[],
	lookUp: LookUp,
	report: Report
): void {
	let money = 0;
	let minutes = 0;
	const perAdult = new Map<string, number>();
	for (const session of sessions) {
		money += lookUp.offers.get(session.offer)?.cost ?? 0;
		if (session.adult === null) continue;
		minutes += lookUp.slots.get(session.slot)?.minutes ?? 0;
		perAdult.set(session.adult, (perAdult.get(session.adult) ?? 0) + 1);
	}
	if (money > (problem.limits?.money ?? Infinity)) report('organiser.money-over-budget');
	if (minutes > (problem.limits?.adultMinutes ?? Infinity))
		report('organiser.adult-minutes-over-budget');
	for (const [id, count] of perAdult)
		if (count > (lookUp.adults.get(id)?.maximumSessions ?? Infinity))
			report('organiser.adult-over-limit', id);
}
