import * as v from 'valibot';
import type { Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { insertStoredFiles, type FileId, type StoredFile } from '../../../platform/files/index.ts';
import { idField, optionalWordsField, tickField } from '../../../platform/http/fields.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { lockFeedback, updateResponse } from '../feedback.store.ts';
import type { ArtefactId, FeedbackId, RevisionKey } from '../portfolio.tables.ts';
import { contentFields, foldedWork, maybeIdField } from '../work-form.ts';
import { findRevision, insertRevision, updateWork, type WorkRow } from '../work.store.ts';
import { asObject, lockOwnWork } from './locked-work.ts';

export const reviseWorkInput = v.object({
	/** Key of the revision: a repeated send changes nothing. */
	id: idField<RevisionKey>(),
	artefactId: idField<ArtefactId>(),
	/** The revision it was written from; another one in the meantime refuses it. */
	revision: v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(1)),
	...contentFields,
	/** New pictures and files stand beside the old ones, or in their place. */
	dropFiles: tickField(),
	/** What I changed. */
	changed: optionalWordsField(1_000),
	/** The feedback it came from. */
	becauseOf: maybeIdField<FeedbackId>()
});
export type ReviseWorkInput = v.InferOutput<typeof reviseWorkInput> & {
	readonly files: readonly StoredFile[];
};
export interface Revised {
	readonly artefactId: ArtefactId;
	readonly revision: number;
}
type ReviseFailure = Failure<
	'portfolio.not-found' | 'portfolio.stale' | 'portfolio.nothing-to-show'
>;

/** A new revision of one's own work; the old ones stay. Feedback it came from counts as used. */
export async function reviseWork(
	scope: Scope,
	input: ReviseWorkInput
): Promise<Result<Revised, ReviseFailure>> {
	const { id, artefactId, becauseOf } = input;
	const locked = await lockOwnWork(scope, artefactId);
	if (!locked.ok) return locked;
	const work = locked.value;
	const sent = await findRevision(scope, artefactId, { key: id });
	if (sent) return ok({ artefactId, revision: sent.revision });
	if (input.revision !== work.revision) return fail('portfolio.stale');
	const feedback = becauseOf && (await lockFeedback(scope, becauseOf));
	if (becauseOf && feedback?.artefact_id !== artefactId) return fail('portfolio.not-found');
	const fileIds = await filesAfter(scope, work, input);
	if (input.words === null && input.link === null && fileIds.length === 0) {
		return fail('portfolio.nothing-to-show', 'words');
	}
	const revision = work.revision + 1;
	await store(scope, work, input, { revision, fileIds });
	await recordDecision(scope, {
		action: 'portfolio.revise-work',
		learnerId: work.learner_id,
		object: asObject(artefactId),
		changes: { revision: [work.revision, revision] }
	});
	return ok({ artefactId, revision });
}

async function filesAfter(
	scope: Scope,
	work: WorkRow,
	{ dropFiles, files }: ReviseWorkInput
): Promise<readonly FileId[]> {
	const before = await findRevision(scope, work.artefact_id, { revision: work.revision });
	const kept = dropFiles ? [] : (before?.file_ids ?? []);
	return [...kept, ...files.map(({ fileId }) => fileId)];
}

async function store(
	scope: Scope,
	work: WorkRow,
	{ id, artefactId, words, alt, link, changed, becauseOf, files }: ReviseWorkInput,
	{ revision, fileIds }: { readonly revision: number; readonly fileIds: readonly FileId[] }
): Promise<void> {
	await insertStoredFiles(scope, files);
	await insertRevision(scope, {
		artefact_id: artefactId,
		revision,
		revision_key: id,
		words,
		file_ids: fileIds,
		alt,
		link,
		change_words: changed,
		because_of: becauseOf ?? null
	});
	await updateWork(scope, artefactId, { revision, folded: foldedWork(work.title, words) });
	if (!becauseOf) return;
	await updateResponse(scope, becauseOf, {
		response: 'changed',
		response_words: changed,
		response_revision: revision
	});
}
