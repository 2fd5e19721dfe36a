import {
	explainWishes,
	fairnessOf,
	nextCredit,
	type PlannedSession,
	type WeekPlan,
	type WeekProblem
} from '#engines/organiser/index.ts';
import type { Scope } from '../../platform/access/index.ts';
import { toId, type PersonId } from '../../platform/ids.ts';
import type { RoomId } from '../school/index.ts';
import type { CallId, Moved, OfferId, SeatReason, SessionId, WeekId } from './organiser.tables.ts';
import {
	cancelSessions,
	deleteSeats,
	insertSeats,
	insertSessions,
	noteCallsMet,
	replaceFairness,
	replaceUnmet,
	updateSession,
	type HeldSession,
	type NewSeat,
	type NewSession
} from './published.store.ts';
import { slotParts } from './week-slots.ts';

/** Why a learner has each seat of a plan: the strongest reason there is. */
export function seatReasons(
	problem: WeekProblem
): (learner: string, offer: string) => Pick<NewSeat, 'why' | 'rank'> {
	const key = (learner: string, offer: string) => `${learner} ${offer}`;
	const needs = (source: 'call' | 'evidence') =>
		(problem.needs ?? [])
			.filter((need) => need.source === source)
			.flatMap((need) => need.offers.map((offer) => key(need.learner, offer)));
	const domains = new Map(problem.offers.map(({ id, domain }) => [id, domain]));
	const owed = new Set((problem.owed ?? []).map(({ learner, domain }) => key(learner, domain)));
	const ranks = new Map(
		(problem.wishes ?? []).map(({ learner, offer, rank }) => [key(learner, offer), rank])
	);
	const strong: readonly (readonly [SeatReason, ReadonlySet<string>])[] = [
		['must', new Set((problem.musts ?? []).map(({ learner, offer }) => key(learner, offer)))],
		['call', new Set(needs('call'))],
		['need', new Set(needs('evidence'))]
	];
	return (learner, offer) => {
		const rank = ranks.get(key(learner, offer)) ?? null;
		const found = strong.find(([, pairs]) => pairs.has(key(learner, offer)));
		if (found) return { why: found[0], rank };
		if (rank !== null) return { why: 'wish', rank };
		const isOwed = owed.has(key(learner, domains.get(offer) ?? ''));
		return { why: isOwed ? 'owed' : 'free', rank };
	};
}

const sectionOf = (offer: string, section: number): string => `${offer} ${section}`;

function toSession(planned: PlannedSession, sessionId: SessionId): NewSession {
	const { day, periodId } = slotParts(planned.slot);
	return {
		sessionId,
		offerId: toId<OfferId>(planned.offer),
		section: planned.section,
		day,
		periodId,
		roomId: planned.room === null ? null : toId<RoomId>(planned.room),
		adultId: planned.adult === null ? null : toId<PersonId>(planned.adult)
	};
}

const isSamePlace = (a: HeldSession, b: NewSession): boolean =>
	a.day === b.day && a.periodId === b.periodId && a.roomId === b.roomId && a.adultId === b.adultId;

/** Every period in which a learner is somewhere else in one plan than in the other; null is supervised study. */
export function movedBetween(
	before: readonly Pick<HeldSession, 'offerId' | 'day' | 'periodId' | 'learnerIds'>[],
	after: readonly Pick<HeldSession, 'offerId' | 'day' | 'periodId' | 'learnerIds'>[]
): readonly Moved[] {
	const seatsOf = (sessions: typeof before) =>
		new Map(
			sessions.flatMap(({ offerId, day, periodId, learnerIds }) =>
				learnerIds.map((learnerId) => [
					`${learnerId} ${day} ${periodId}`,
					{ learnerId, day, periodId, offerId }
				])
			)
		);
	const [was, is] = [seatsOf(before), seatsOf(after)];
	return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((key) => {
		const [from, to] = [was.get(key), is.get(key)];
		const at = from ?? to;
		if (!at || from?.offerId === to?.offerId) return [];
		const { learnerId, day, periodId } = at;
		return [{ learnerId, day, periodId, from: from?.offerId ?? null, to: to?.offerId ?? null }];
	});
}

/** A plan as sessions of the tables; sections that are held already keep their key. */
export function toHeld(
	plan: WeekPlan,
	before: readonly HeldSession[],
	newId: () => SessionId
): readonly HeldSession[] {
	const ids = new Map(
		before.map(({ offerId, section, sessionId }) => [sectionOf(offerId, section), sessionId])
	);
	return plan.sessions.map((planned) => ({
		...toSession(planned, ids.get(sectionOf(planned.offer, planned.section)) ?? newId()),
		learnerIds: planned.learners.map((learner) => toId<PersonId>(learner))
	}));
}

/** Writes a plan over what is held: new sessions, moved ones, cancelled ones, and seats where they differ. */
export async function writePlan(
	scope: Scope,
	weekId: WeekId,
	problem: WeekProblem,
	before: readonly HeldSession[],
	after: readonly HeldSession[]
): Promise<void> {
	const reason = seatReasons(problem);
	const was = new Map(before.map((session) => [session.sessionId, session]));
	const is = new Set(after.map(({ sessionId }) => sessionId));
	await cancelSessions(
		scope,
		before.filter(({ sessionId }) => !is.has(sessionId)).map(({ sessionId }) => sessionId)
	);
	await insertSessions(
		scope,
		weekId,
		after.filter(({ sessionId }) => !was.has(sessionId))
	);
	for (const session of after) {
		const old = was.get(session.sessionId);
		if (old && !isSamePlace(old, session)) await updateSession(scope, session);
	}
	const seated = after.filter(({ sessionId, learnerIds }) => {
		const old = was.get(sessionId);
		return !old || old.learnerIds.join() !== learnerIds.join();
	});
	await deleteSeats(
		scope,
		seated.map(({ sessionId }) => sessionId)
	);
	await insertSeats(
		scope,
		weekId,
		seated.flatMap(({ sessionId, offerId, learnerIds }) =>
			learnerIds.map((learnerId) => ({ sessionId, learnerId, ...reason(learnerId, offerId) }))
		)
	);
}

const idOfCall = (needId: string): CallId => toId<CallId>(needId.split(' ')[2] ?? '');

/** What follows from a plan: unmet wishes with their causes, the ledger of fairness, calls that are met. */
export async function writeConsequences(
	scope: Scope,
	weekId: WeekId,
	problem: WeekProblem,
	plan: WeekPlan
): Promise<void> {
	await replaceUnmet(
		scope,
		weekId,
		explainWishes(problem, plan).map(({ learner, offer, rank, cause }) => ({
			learnerId: toId<PersonId>(learner),
			offerId: toId<OfferId>(offer),
			rank,
			cause
		}))
	);
	const { satisfaction, mean } = fairnessOf(problem, plan);
	const credits = new Map(problem.learners.map(({ id, credit }) => [id, credit ?? 0]));
	await replaceFairness(
		scope,
		weekId,
		[...satisfaction].map(([learner, got]) => ({
			learnerId: toId<PersonId>(learner),
			satisfaction: Math.max(0, Math.min(1_000, got)),
			credit: nextCredit(credits.get(learner) ?? 0, got, 1_000 * mean)
		}))
	);
	const seated = new Set(
		plan.sessions.flatMap(({ offer, learners }) => learners.map((learner) => `${learner} ${offer}`))
	);
	await noteCallsMet(
		scope,
		weekId,
		(problem.needs ?? [])
			.filter(
				({ source, learner, offers }) =>
					source === 'call' && offers.some((offer) => seated.has(`${learner} ${offer}`))
			)
			.map(({ id }) => idOfCall(id))
	);
}
