import * as v from 'valibot';
import { mayFor, personOf, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { schoolDay } from '../../../platform/clock/index.ts';
import { insertStoredFiles, type StoredFile } from '../../../platform/files/index.ts';
import { idField, optionalWordsField } from '../../../platform/http/fields.ts';
import type { OutcomeId, PersonId, Uuid } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { rungsOf, type Rung } from '../../agency/index.ts';
import { areOutcomes, places } from '../../evidence/index.ts';
import { audiences, type Audience } from '../../people/index.ts';
import { chooseAudience, type AudienceStanding } from '../audience-rule.ts';
import { ownWork } from '../portfolio.policy.ts';
import type { ArtefactId, ReflectionId, RevisionKey } from '../portfolio.tables.ts';
import {
	contentFields,
	foldedWork,
	isAhead,
	madeOnField,
	maybeIdField,
	titleField
} from '../work-form.ts';
import { insertReflection, insertRevision, insertWork } from '../work.store.ts';
import { asObject } from './locked-work.ts';

export const addWorkInput = v.object({
	/** Key of the work: a repeated send changes nothing. */
	id: idField<ArtefactId>(),
	title: titleField(),
	...contentFields,
	place: v.picklist(places),
	madeOn: madeOnField(),
	audience: v.picklist(audiences),
	goalId: maybeIdField<Uuid>(),
	'outcomeIds[]': v.optional(v.pipe(v.array(idField<OutcomeId>()), v.maxLength(12)), []),
	/** Said about it right away. */
	reflection: optionalWordsField(2_000)
});
/** Pictures and files were kept before the command runs; see `receiveFiles`. */
export type AddWorkInput = v.InferOutput<typeof addWorkInput> & {
	readonly files: readonly StoredFile[];
};

/** What became of it: who sees it now, and what waits for an adult's yes. */
export interface AddedWork {
	readonly artefactId: ArtefactId;
	readonly audience: Audience;
	readonly wished: Audience | null;
}
type AddWorkFailure = Failure<
	'portfolio.not-found' | 'portfolio.nothing-to-show' | 'portfolio.day-ahead'
>;

/** A learner shows something they made or did, from anywhere. At once theirs; shared as the rung for audiences says. */
export async function addWork(
	scope: Scope,
	input: AddWorkInput
): Promise<Result<AddedWork, AddWorkFailure>> {
	const { personId: learnerId, band } = personOf(scope);
	if (!mayFor(scope.actor, ownWork, learnerId)) return fail('portfolio.not-found');
	const { id, title, words, link, files, place, goalId, 'outcomeIds[]': outcomeIds } = input;
	if (words === null && link === null && files.length === 0) {
		return fail('portfolio.nothing-to-show', 'words');
	}
	const madeOn = input.madeOn ?? schoolDay(scope.now, 'UTC');
	if (isAhead(madeOn, scope.now)) return fail('portfolio.day-ahead', 'madeOn');
	if (!(await areOutcomes(scope, outcomeIds))) return fail('portfolio.not-found');
	const rungs = await rungsOf(scope, learnerId, band ?? '12-18');
	const standing = chooseAudience(rungs.audience, input.audience, null);
	const { audience, wished } = standing;
	const isNew = await insertWork(scope, {
		artefact_id: id,
		learner_id: learnerId,
		title,
		place,
		made_on: madeOn,
		audience,
		wished_audience: wished,
		goal_id: goalId ?? null,
		outcome_ids: outcomeIds,
		folded: foldedWork(title, words)
	});
	if (!isNew) return ok({ artefactId: id, audience, wished });
	await insertContent(scope, learnerId, input);
	await tellAbout(scope, learnerId, input, { standing, rungs });
	return ok({ artefactId: id, audience, wished });
}

async function insertContent(
	scope: Scope,
	learnerId: PersonId,
	{ id, words, alt, link, files, reflection }: AddWorkInput
): Promise<void> {
	await insertStoredFiles(scope, files);
	await insertRevision(scope, {
		artefact_id: id,
		revision: 1,
		// The first revision is the work itself.
		revision_key: scope.newId<RevisionKey>(),
		words,
		file_ids: files.map(({ fileId }) => fileId),
		alt,
		link,
		change_words: null,
		because_of: null
	});
	if (reflection === null) return;
	await insertReflection(scope, {
		reflection_id: scope.newId<ReflectionId>(),
		learner_id: learnerId,
		artefact_id: id,
		words: reflection
	});
}

interface Stood {
	readonly standing: AudienceStanding;
	readonly rungs: { readonly audience: Rung; readonly demonstration: Rung };
}

/**
 * Two decisions were made: to show it like this, and who sees it. Where showing is not yet the learner's to decide, it
 * counts when an adult has judged it.
 */
async function tellAbout(
	scope: Scope,
	learnerId: PersonId,
	{ id, 'outcomeIds[]': outcomeIds }: AddWorkInput,
	{ standing, rungs }: Stood
): Promise<void> {
	const shows = outcomeIds.length > 0 && rungs.demonstration >= 3;
	await recordDecision(scope, {
		action: 'portfolio.add-work',
		learnerId,
		object: asObject(id),
		...(shows && {
			ladder: {
				kind: 'demonstration',
				decided: 'learner',
				rung: rungs.demonstration,
				initiatorId: learnerId
			} as const
		})
	});
	await recordDecision(scope, {
		action: 'portfolio.choose-audience',
		learnerId,
		object: asObject(id),
		changes: { audience: [null, standing.audience], wished: [null, standing.wished] },
		...(standing.wished === null && {
			ladder: {
				kind: 'audience',
				decided: standing.decided,
				rung: rungs.audience,
				initiatorId: learnerId
			} as const
		})
	});
}
