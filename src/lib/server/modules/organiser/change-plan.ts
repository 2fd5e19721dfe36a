import {
	planChanges,
	repair,
	validate,
	type PlanChanges,
	type PlannedSession,
	type ViolationCode,
	type WeekPlan,
	type WeekProblem
} from '#engines/organiser/index.ts';
import { fail, ok, type Failure, type Result } from '../../platform/result.ts';
import type { ChangeRequest } from './change-request.ts';
import { handOn, type HandedOn } from './hand-on.ts';
import type { HeldSession } from './published.store.ts';
import type { AbsenceFact, WeekFacts } from './week-facts.ts';
import { toWeekPlan, toWeekProblem } from './week-problem.ts';
import { slotId } from './week-slots.ts';

/** Which slots of the week may still change: those begun never, those of the next day not for anybody's wish. */
export interface ChangeTime {
	readonly begun: ReadonlySet<string>;
	readonly frozen: ReadonlySet<string>;
}

export type ChangeFailure = Failure<
	| 'organiser.frozen'
	| 'organiser.session-full'
	| 'organiser.not-together'
	| 'organiser.learner-elsewhere'
	| 'organiser.group-too-small'
	| 'organiser.not-possible'
	| 'organiser.wish-not-possible'
	| 'organiser.nothing-changed'
	| 'organiser.not-found'
>;

export interface Changed {
	readonly problem: WeekProblem;
	readonly plan: WeekPlan;
	readonly changes: PlanChanges;
	/** Seats of learners who are away, and who gets them because they wished for them. */
	readonly handedOn: readonly HandedOn[];
}

/** What was published stays allowed: nobody loses a seat because a belief or an age has moved on since. */
export function holdPublished(problem: WeekProblem, plan: WeekPlan): WeekProblem {
	const offers = new Map(problem.offers.map((offer) => [offer.id, offer]));
	const kept = new Map<string, string[]>();
	for (const { offer, learners } of plan.sessions)
		for (const learner of learners)
			kept.set(learner, [
				...(kept.get(learner) ?? []),
				...(offers.get(offer)?.prerequisites ?? [])
			]);
	return {
		...problem,
		published: plan,
		learners: problem.learners.map((learner) => ({
			...learner,
			secure: [...new Set([...(learner.secure ?? []), ...(kept.get(learner.id) ?? [])])]
		}))
	};
}

/**
 * What has begun is history: no absence rewrites it. A learner who is away keeps the seat while nobody asks about absences, and
 * always in the next day: the roll says who was there.
 */
export function leaveBegun(
	problem: WeekProblem,
	plan: WeekPlan,
	{ begun, frozen }: ChangeTime,
	freesSeats = false
): WeekProblem {
	const later = (slots: readonly string[] | undefined) =>
		(slots ?? []).filter((slot) => !begun.has(slot));
	const seated = new Set(
		plan.sessions
			.filter(({ slot }) => !freesSeats || frozen.has(slot))
			.flatMap(({ slot, learners }) => learners.map((learner) => `${learner} ${slot}`))
	);
	return {
		...problem,
		adults: problem.adults.map((adult) => ({ ...adult, away: later(adult.away) })),
		rooms: problem.rooms.map((room) => ({ ...room, closed: later(room.closed) })),
		learners: problem.learners.map((learner) => ({
			...learner,
			away: later(learner.away).filter((slot) => !seated.has(`${learner.id} ${slot}`))
		}))
	};
}

const absenceIn = (request: ChangeRequest): readonly AbsenceFact[] => {
	if (request.what !== 'away' && request.what !== 'room') return [];
	const { day, periodId } = request;
	return [
		{
			personId: request.what === 'away' ? request.personId : null,
			roomId: request.what === 'room' ? request.roomId : null,
			startsOn: day,
			endsOn: day,
			periodId
		}
	];
};

/** Works out what a change would do to a published week. The same facts and request give the same week. */
export function planChange(
	facts: WeekFacts,
	held: readonly HeldSession[],
	request: ChangeRequest,
	time: ChangeTime
): Result<Changed, ChangeFailure> {
	const before = toWeekPlan(held);
	const told = { ...facts, absences: [...facts.absences, ...absenceIn(request)] };
	const isAbsence = request.what === 'away' || request.what === 'facts';
	const kept = holdPublished(toWeekProblem(told), before);
	const problem = leaveBegun(kept, before, time, isAbsence);
	const keepsFree = isAbsence && request.keepFree === 'yes';
	const { plan: passed, handedOn } =
		isAbsence && !keepsFree ? handOn(problem, before, time) : { plan: before, handedOn: [] };
	const searched = keepsFree ? withoutOpenWishes(problem, before) : problem;
	const made =
		byHand(problem, before, held, request, time) ?? byRepair(searched, passed, request, time);
	if (!made.ok) return made;
	const plan = made.value;
	const changes = planChanges(before, plan);
	const isSame =
		changes.learners.length + changes.adults.length === 0 &&
		changes.opened + changes.closed + changes.moved === 0;
	if (isSame && request.what !== 'away' && request.what !== 'room')
		return fail('organiser.nothing-changed');
	return ok({ problem, plan, changes, handedOn });
}

/** The problem without wishes that were not granted: nobody is moved for one. */
function withoutOpenWishes(problem: WeekProblem, { sessions }: WeekPlan): WeekProblem {
	const seated = new Set(
		sessions.flatMap(({ offer, learners }) => learners.map((learner) => `${learner} ${offer}`))
	);
	return {
		...problem,
		wishes: (problem.wishes ?? []).filter(({ learner, offer }) => seated.has(`${learner} ${offer}`))
	};
}

function byRepair(
	problem: WeekProblem,
	before: WeekPlan,
	request: ChangeRequest,
	{ begun, frozen }: ChangeTime
): Result<WeekPlan, ChangeFailure> {
	const wish =
		request.what === 'wish' ? { learner: request.learnerId, offer: request.offerId } : null;
	const repaired = repair(problem, before, {
		seed: 1,
		frozen: [...begun, ...frozen],
		requests: wish ? [wish] : []
	});
	if (!repaired.ok || validate(problem, repaired.plan).length > 0)
		return fail('organiser.not-possible');
	const isLost = repaired.lost.some(
		({ learner, offer }) => learner === wish?.learner && offer === wish.offer
	);
	return isLost ? fail('organiser.wish-not-possible') : ok(repaired.plan);
}

const isOf = (session: PlannedSession, held: HeldSession): boolean =>
	session.offer === held.offerId &&
	session.section === held.section &&
	session.slot === slotId(held.day, held.periodId);

/** A change that a person decides seat by seat; undefined where it is not one. */
function byHand(
	problem: WeekProblem,
	before: WeekPlan,
	held: readonly HeldSession[],
	request: ChangeRequest,
	{ begun, frozen }: ChangeTime
): Result<WeekPlan, ChangeFailure> | undefined {
	if (!('sessionId' in request)) return undefined;
	const target = held.find(({ sessionId }) => sessionId === request.sessionId);
	if (!target) return fail('organiser.not-found');
	const slot = slotId(target.day, target.periodId);
	if (begun.has(slot) || frozen.has(slot)) return fail('organiser.frozen');
	const sessions = editSessions(before.sessions, target, request);
	const allowed =
		request.what === 'move-in' ? decided(problem, request.learnerId, target) : problem;
	// What is already broken (an absence nobody has mended yet) is not this change's doing.
	const known = new Set(validate(allowed, before).map((one) => JSON.stringify(one)));
	const violation = validate(allowed, { sessions }).find((one) => !known.has(JSON.stringify(one)));
	return violation ? fail(refusals[violation.code] ?? 'organiser.not-possible') : ok({ sessions });
}

/** Who places a learner by hand decides about age and what comes first as well. */
const decided = (
	problem: WeekProblem,
	learnerId: string,
	{ offerId }: HeldSession
): WeekProblem => {
	const first = problem.offers.find(({ id }) => id === offerId)?.prerequisites ?? [];
	return {
		...problem,
		learners: problem.learners.map((learner) =>
			learner.id === learnerId
				? { ...learner, secure: [...(learner.secure ?? []), ...first] }
				: learner
		)
	};
};

function editSessions(
	sessions: readonly PlannedSession[],
	target: HeldSession,
	request: Extract<ChangeRequest, { readonly sessionId: unknown }>
): readonly PlannedSession[] {
	if (request.what === 'cancel') return sessions.filter((session) => !isOf(session, target));
	const { learnerId } = request;
	const slot = slotId(target.day, target.periodId);
	return sessions.map((session) => {
		const isTarget = isOf(session, target);
		const leaves =
			request.what === 'move-out'
				? isTarget
				: session.slot === slot || session.offer === target.offerId;
		const others = session.learners.filter((id) => !leaves || id !== learnerId);
		const joins = isTarget && request.what === 'move-in';
		return { ...session, learners: joins ? [...others, learnerId].sort() : others };
	});
}

const refusals: Readonly<Partial<Record<ViolationCode, ChangeFailure['code']>>> = {
	'organiser.group-too-large': 'organiser.session-full',
	'organiser.room-too-small': 'organiser.session-full',
	'organiser.group-too-small': 'organiser.group-too-small',
	'organiser.pair-not-apart': 'organiser.not-together',
	'organiser.learner-away': 'organiser.learner-elsewhere',
	'organiser.unknown-id': 'organiser.not-found'
};
