import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { instantAt } from '../../../platform/clock/index.ts';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import { toId, type PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { asSystem } from '../as-system.ts';
import { planChange, type Changed, type ChangeFailure, type ChangeTime } from '../change-plan.ts';
import { kindOf, type ChangeRequest } from '../change-request.ts';
import { insertAbsence } from '../change.store.ts';
import { seeWeekOf } from '../organiser.policy.ts';
import type { ChangeId, Moved, OfferId, SessionId, WeekId } from '../organiser.tables.ts';
import { movedBetween, toHeld, writeConsequences, writePlan } from '../publish.ts';
import {
	findChange,
	insertChange,
	listHeld,
	lockWeek,
	setRevision,
	type HeldSession
} from '../published.store.ts';
import { readWeekFacts } from '../read-week-facts.ts';
import type { WeekSlot } from '../week-slots.ts';
import { findWeek } from '../week-queries.ts';
import type { WeekHead } from '../week-view.store.ts';

type WorkFailure = ChangeFailure | Failure<'organiser.not-published'>;

interface Worked extends Changed {
	readonly week: WeekHead;
	readonly before: readonly HeldSession[];
	readonly after: readonly HeldSession[];
	readonly moved: readonly Moved[];
	/** What the change comes to; another one now means that something moved in between. */
	readonly digest: string;
}

/** The next so many hours are left as they are, but for what cannot be helped. */
const frozenHours = 24;

/** Which slots have begun, and which begin within a day. */
export function changeTime(slots: readonly WeekSlot[], timeZone: string, now: Date): ChangeTime {
	const until = now.getTime() + frozenHours * 3_600_000;
	const startOf = ({ day, period }: WeekSlot) =>
		instantAt(day, period.startsAt, timeZone).getTime();
	const begun = slots.filter((slot) => startOf(slot) <= now.getTime());
	const frozen = slots.filter((slot) => startOf(slot) > now.getTime() && startOf(slot) < until);
	return { begun: new Set(begun.map(({ id }) => id)), frozen: new Set(frozen.map(({ id }) => id)) };
}

const digestOf = (plan: Changed['plan']): string =>
	createHash('sha256').update(JSON.stringify(plan.sessions)).digest('hex').slice(0, 32);

/** Whether this actor may see the wish that the change would grant. */
const seesWish = (scope: Scope, request: ChangeRequest): boolean =>
	request.what !== 'wish' || mayFor(scope.actor, seeWeekOf, request.learnerId);

async function workOut(scope: Scope, request: ChangeRequest): Promise<Result<Worked, WorkFailure>> {
	const week = await findWeek(scope, request.weekId);
	if (!week || !seesWish(scope, request)) return fail('organiser.not-found');
	if (week.state !== 'published') return fail('organiser.not-published');
	const facts = await readWeekFacts(asSystem(scope, 'a published week is changed'), week);
	const before = await listHeld(scope, request.weekId);
	const time = changeTime(facts.slots, week.timeZone, scope.now);
	const made = planChange(facts, before, request, time);
	if (!made.ok) return made;
	const after = toHeld(made.value.plan, before, () => scope.newId<SessionId>());
	const moved = movedBetween(before, after);
	return ok({ ...made.value, week, before, after, moved, digest: digestOf(made.value.plan) });
}

/** Whom and what a change would touch, before anything is done. */
export interface ChangePreview {
	readonly request: ChangeRequest;
	readonly revision: number;
	readonly digest: string;
	/** Learners whose own week is another one. */
	readonly touched: readonly PersonId[];
	/** How many learners only meet another adult. */
	readonly ledByAnother: number;
	readonly moved: readonly Moved[];
	/** Seats of learners who are away, and who gets them because they wished for them. */
	readonly handedOn: readonly { readonly learnerId: PersonId; readonly offerId: OfferId }[];
	readonly opened: number;
	readonly closed: number;
	readonly movedSessions: number;
}

/** Works a change out and says whom it touches; nothing is written. */
export async function previewChange(
	scope: Scope,
	request: ChangeRequest
): Promise<Result<ChangePreview, WorkFailure>> {
	const worked = await workOut(scope, request);
	if (!worked.ok) return worked;
	const { week, digest, changes, moved, handedOn } = worked.value;
	return ok({
		request,
		revision: week.revision,
		digest,
		// SAFETY: the engine was given the ids of persons as learners.
		touched: changes.learners as readonly PersonId[],
		ledByAnother: changes.ledByAnother.length,
		moved,
		handedOn: handedOn.map(({ learner, offer }) => ({
			learnerId: toId<PersonId>(learner),
			offerId: toId<OfferId>(offer)
		})),
		opened: changes.opened,
		closed: changes.closed,
		movedSessions: changes.moved
	});
}

/** What is sent beside the request itself, once its preview was seen. */
export const applyFields = v.object({
	changeId: idField<ChangeId>(),
	revision: v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number)),
	digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
	words: optionalWordsField(200)
});
export type ApplyFields = v.InferOutput<typeof applyFields>;

/** Does what the preview showed; refused where the week, or what the change comes to, is another one by now. */
export async function applyChange(
	scope: Scope,
	request: ChangeRequest,
	{ changeId, revision, digest, words }: ApplyFields
): Promise<
	Result<
		{ readonly weekId: WeekId; readonly touched: number },
		WorkFailure | Failure<'organiser.week-stale'>
	>
> {
	const locked = await lockWeek(scope, request.weekId);
	const worked = await workOut(scope, request);
	if (!worked.ok) return worked;
	const { week, problem, plan, before, after, moved, changes } = worked.value;
	const { weekId } = week;
	if (await findChange(scope, changeId)) return ok({ weekId, touched: 0 });
	if (locked?.revision !== revision || worked.value.digest !== digest)
		return fail('organiser.week-stale');
	await writePlan(scope, weekId, problem, before, after);
	await writeConsequences(scope, weekId, problem, plan);
	await setRevision(scope, weekId, revision + 1);
	await noteAbsence(scope, request, words);
	const touched = changes.learners.length;
	const kind = kindOf[request.what];
	const change = { changeId, weekId, revision: revision + 1, kind, words, touched, moved };
	await insertChange(scope, change);
	await recordDecision(scope, {
		action: 'organiser.change-week',
		learnerId: 'learnerId' in request ? request.learnerId : null,
		object: { type: 'week', id: weekId },
		changes: { revision: [revision, revision + 1], kind: [null, kind] }
	});
	return ok({ weekId, touched });
}

async function noteAbsence(
	scope: Scope,
	request: ChangeRequest,
	words: string | null
): Promise<void> {
	if (request.what !== 'away' && request.what !== 'room') return;
	const { day, periodId } = request;
	const personId = request.what === 'away' ? request.personId : null;
	const roomId = request.what === 'room' ? request.roomId : null;
	await insertAbsence(scope, { personId, roomId, startsOn: day, endsOn: day, periodId }, words);
}
