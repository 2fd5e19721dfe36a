import * as v from 'valibot';
import { may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import type { OutcomeId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { matchTopics } from '../curriculum.policy.ts';
import type { TagId } from '../curriculum.tables.ts';
import {
	findTagsAndOutcomes,
	forgetTagDecisions,
	putTagDecisions,
	type TagDecision
} from '../tag.store.ts';

/** One page of topics at most is decided at once, each of them shown. */
const mostAtOnce = 10;

const pair = v.pipe(
	v.string(),
	v.transform((value) => {
		const [tagId, outcomeId] = value.split(' ');
		return { tagId, outcomeId };
	}),
	v.object({ tagId: idField<TagId>(), outcomeId: idField<OutcomeId>() })
);
const pairs = v.pipe(v.array(pair), v.minLength(1, 'curriculum.nothing-chosen'));

/** Topic and outcome, as `<tag id> <outcome id>`; one of them, or those of one page. */
export const confirmTagsInput = v.object({
	'pair[]': v.pipe(pairs, v.maxLength(mostAtOnce, 'curriculum.too-many-at-once'))
});
/** None of the outcomes suggested for a topic is what it is about. */
export const rejectTagsInput = v.object({
	'pair[]': v.pipe(pairs, v.maxLength(mostAtOnce, 'curriculum.too-many-at-once'))
});
export const undoTagsInput = v.object({
	'tag[]': v.pipe(v.array(idField<TagId>()), v.minLength(1), v.maxLength(mostAtOnce))
});

export type MatchFailure = Failure<'curriculum.not-found'>;

export interface TagsDecided {
	readonly tagIds: readonly TagId[];
}

/** Stores decisions of any number; the commands of pages bound theirs by their input. */
export async function decideTags(
	scope: Scope,
	decisions: readonly TagDecision[]
): Promise<Result<TagsDecided, MatchFailure>> {
	if (!may(scope.actor, matchTopics)) return fail('curriculum.not-found');
	const tagIds = [...new Set(decisions.map(({ tagId }) => tagId))];
	const outcomeIds = [...new Set(decisions.map(({ outcomeId }) => outcomeId))];
	const found = await findTagsAndOutcomes(scope, tagIds, outcomeIds);
	if (found.tags.size < tagIds.length || found.outcomes.size < outcomeIds.length) {
		return fail('curriculum.not-found');
	}
	await putTagDecisions(scope, decisions);
	for (const { tagId, outcomeId, state } of decisions) {
		await recordDecision(scope, {
			action: state === 'confirmed' ? 'curriculum.confirm-tag' : 'curriculum.reject-tag',
			learnerId: null,
			object: { type: 'tag', id: tagId },
			changes: { outcome: [null, outcomeId] }
		});
	}
	return ok({ tagIds });
}

const decidedAs = (
	pairs: v.InferOutput<typeof confirmTagsInput>['pair[]'],
	state: TagDecision['state']
): readonly TagDecision[] => pairs.map((each) => ({ ...each, state }));

/** Says that topics are about outcomes: their items can then be asked, their lessons offered. */
export const confirmTags = (scope: Scope, input: v.InferOutput<typeof confirmTagsInput>) =>
	decideTags(scope, decidedAs(input['pair[]'], 'confirmed'));

/** Says that outcomes are not what topics are about; they are not suggested again. */
export const rejectTags = (scope: Scope, input: v.InferOutput<typeof rejectTagsInput>) =>
	decideTags(scope, decidedAs(input['pair[]'], 'rejected'));

/** Takes back what was said of topics: they wait again. */
export async function undoTags(
	scope: Scope,
	input: v.InferOutput<typeof undoTagsInput>
): Promise<Result<TagsDecided, MatchFailure>> {
	if (!may(scope.actor, matchTopics)) return fail('curriculum.not-found');
	const tagIds = input['tag[]'];
	const { tags } = await findTagsAndOutcomes(scope, tagIds, []);
	if (tags.size < new Set(tagIds).size) return fail('curriculum.not-found');
	const undone = await forgetTagDecisions(scope, tagIds);
	for (const tagId of undone > 0 ? tags : []) {
		await recordDecision(scope, {
			action: 'curriculum.undo-tag',
			learnerId: null,
			object: { type: 'tag', id: tagId }
		});
	}
	return ok({ tagIds });
}
