import * as v from 'valibot';
import { actorId, may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import {
	dayField,
	idField,
	optionalDayField,
	optionalNumberField,
	optionalWordsField
} from '../../../platform/http/fields.ts';
import { isUuid, toId, type PersonId, type SiteId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { findPeriod, findRoom, type PeriodId, type RoomId } from '../../school/index.ts';
import { insertAbsence, listSitesOf, lockAbsence, putLoad, setRemoved } from '../absence.store.ts';
import { organiseWeeks, organisesAt } from '../organiser.policy.ts';
import type { AbsenceId } from '../organiser.tables.ts';

/** One field says who or which room: `person <id>` or `room <id>`. */
const whoField = v.pipe(
	v.string(),
	v.transform((text) => {
		const [what, id] = text.split(' ');
		if (!isUuid(id)) return undefined;
		if (what === 'person') return { personId: toId<PersonId>(id), roomId: null };
		return what === 'room' ? { personId: null, roomId: toId<RoomId>(id) } : undefined;
	}),
	v.custom<Who>((who) => who !== undefined, 'organiser.away-missing')
);
type Who =
	| { readonly personId: PersonId; readonly roomId: null }
	| { readonly personId: null; readonly roomId: RoomId };

export const addAbsenceInput = v.object({
	absenceId: idField<AbsenceId>(),
	who: whoField,
	startsOn: dayField(),
	/** Left empty: the one day. */
	endsOn: optionalDayField(),
	/** Left empty: whole days. */
	periodId: v.union([
		idField<PeriodId>(),
		v.pipe(
			v.optional(v.literal(''), ''),
			v.transform(() => null)
		)
	]),
	words: optionalWordsField(200)
});
export type AddAbsenceInput = v.InferOutput<typeof addAbsenceInput>;

type AbsenceDone = { readonly absenceId: AbsenceId };

/** Whether the actor makes weeks where this person or room belongs. */
async function isOwn(
	scope: Scope,
	{ personId, roomId }: { readonly personId: PersonId | null; readonly roomId: RoomId | null }
): Promise<boolean> {
	const sites: (SiteId | null)[] = personId ? [...(await listSitesOf(scope, personId))] : [];
	const room = roomId && (await findRoom(scope, roomId));
	if (room) sites.push(room.siteId);
	return sites.some((siteId) =>
		siteId === null ? may(scope.actor, organiseWeeks) : organisesAt(scope.actor, siteId)
	);
}

/** Somebody is away, or a room cannot be used: runs plan nothing there. */
export async function addAbsence(
	scope: Scope,
	{ absenceId, who, startsOn, endsOn, periodId, words }: AddAbsenceInput
): Promise<Result<AbsenceDone, Failure<'organiser.not-found' | 'organiser.ends-first'>>> {
	if (!(await isOwn(scope, who))) return fail('organiser.not-found');
	const period = periodId && (await findPeriod(scope, periodId));
	if (periodId && !period) return fail('organiser.not-found');
	const last = endsOn ?? startsOn;
	if (last < startsOn) return fail('organiser.ends-first', 'endsOn');
	const isNew = await insertAbsence(scope, {
		absenceId,
		...who,
		startsOn,
		endsOn: last,
		periodId,
		words,
		madeBy: actorId(scope)
	});
	if (!isNew) return ok({ absenceId });
	await recordDecision(scope, {
		action: 'organiser.add-absence',
		learnerId: null,
		object: { type: 'absence', id: absenceId },
		changes: { days: [null, `${startsOn} ${last}`] }
	});
	return ok({ absenceId });
}

export const absenceInput = v.object({ absenceId: idField<AbsenceId>() });

/** They are here after all. */
export const removeAbsence = (
	scope: Scope,
	input: v.InferOutput<typeof absenceInput>
): Promise<Result<AbsenceDone, Failure<'organiser.not-found'>>> => change(scope, input, true);

/** The way back from removing. */
export const restoreAbsence = (
	scope: Scope,
	input: v.InferOutput<typeof absenceInput>
): Promise<Result<AbsenceDone, Failure<'organiser.not-found'>>> => change(scope, input, false);

async function change(
	scope: Scope,
	{ absenceId }: v.InferOutput<typeof absenceInput>,
	removes: boolean
): Promise<Result<AbsenceDone, Failure<'organiser.not-found'>>> {
	const known = await lockAbsence(scope, absenceId);
	if (!known || !(await isOwn(scope, known))) return fail('organiser.not-found');
	if (known.isRemoved === removes) return ok({ absenceId });
	await setRemoved(scope, absenceId, removes ? scope.now : null);
	await recordDecision(scope, {
		action: removes ? 'organiser.remove-absence' : 'organiser.restore-absence',
		learnerId: null,
		object: { type: 'absence', id: absenceId }
	});
	return ok({ absenceId });
}

export const setLoadInput = v.object({
	personId: idField<PersonId>(),
	/** Left empty: no limit. */
	mostSessions: optionalNumberField(0, 60)
});

/** How many sessions an adult leads in a week at most. */
export async function setLoad(
	scope: Scope,
	{ personId, mostSessions }: v.InferOutput<typeof setLoadInput>
): Promise<Result<{ readonly personId: PersonId }, Failure<'organiser.not-found'>>> {
	if (!(await isOwn(scope, { personId, roomId: null }))) return fail('organiser.not-found');
	await putLoad(scope, personId, mostSessions);
	await recordDecision(scope, {
		action: 'organiser.set-load',
		learnerId: null,
		object: { type: 'person', id: personId },
		changes: { mostSessions: [null, mostSessions] }
	});
	return ok({ personId });
}
