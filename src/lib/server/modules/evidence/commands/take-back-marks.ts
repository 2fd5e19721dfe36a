import * as v from 'valibot';
import type { Scope } from '../../../platform/access/index.ts';
import { isUuid, toId, type PersonId } from '../../../platform/ids.ts';
import { ok, type Failure, type Result } from '../../../platform/result.ts';
import type { EvidenceId } from '../evidence.tables.ts';
import { withdrawEvidence } from './withdraw-evidence.ts';

interface Recorded {
	readonly learnerId: PersonId;
	readonly eventId: EvidenceId;
}

/** "learner event", as one field of a form holds it; null where it is anything else. */
export function readRecorded(text: string): Recorded | null {
	const [learnerId, eventId, ...rest] = text.split(' ');
	if (rest.length > 0 || !isUuid(learnerId) || !isUuid(eventId)) return null;
	return { learnerId: toId(learnerId), eventId: toId(eventId) };
}

const recordedField = v.pipe(
	v.string(),
	v.transform(readRecorded),
	v.custom<Recorded>((recorded) => recorded !== null)
);

export const takeBackMarksInput = v.object({
	'events[]': v.pipe(v.array(recordedField), v.minLength(1), v.maxLength(60))
});
export type TakeBackMarksInput = v.InferOutput<typeof takeBackMarksInput>;

/** Undo on a class page: what one act recorded counts no more, all or none. Taking back twice is harmless. */
export async function takeBackMarks(
	scope: Scope,
	{ 'events[]': events }: TakeBackMarksInput
): Promise<Result<{ readonly takenBack: number }, Failure<'evidence.not-found'>>> {
	let takenBack = 0;
	for (const { learnerId, eventId } of events) {
		const id = scope.newId<EvidenceId>();
		const result = await withdrawEvidence(scope, { id, learnerId, eventId, words: null });
		if (!result.ok) return result;
		if (result.value.isNew) takenBack += 1;
	}
	return ok({ takenBack });
}
