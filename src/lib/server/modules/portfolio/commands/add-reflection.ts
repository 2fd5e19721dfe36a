import * as v from 'valibot';
import type { Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, wordsField } from '../../../platform/http/fields.ts';
import { ok, type Result } from '../../../platform/result.ts';
import type { ArtefactId, ReflectionId } from '../portfolio.tables.ts';
import { insertReflection } from '../work.store.ts';
import { asObject, lockOwnWork, type NotFound } from './locked-work.ts';

export const addReflectionInput = v.object({
	id: idField<ReflectionId>(),
	artefactId: idField<ArtefactId>(),
	words: wordsField(2_000)
});
export type AddReflectionInput = v.InferOutput<typeof addReflectionInput>;

/** What the learner thinks about their own work; it stays with the work, for whoever sees it. */
export async function addReflection(
	scope: Scope,
	{ id, artefactId, words }: AddReflectionInput
): Promise<Result<{ readonly artefactId: ArtefactId }, NotFound>> {
	const work = await lockOwnWork(scope, artefactId);
	if (!work.ok) return work;
	const learnerId = work.value.learner_id;
	const isNew = await insertReflection(scope, {
		reflection_id: id,
		learner_id: learnerId,
		artefact_id: artefactId,
		words
	});
	if (!isNew) return ok({ artefactId });
	await recordDecision(scope, {
		action: 'portfolio.add-reflection',
		learnerId,
		object: asObject(artefactId)
	});
	return ok({ artefactId });
}
