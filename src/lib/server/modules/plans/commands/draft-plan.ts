import * as v from 'valibot';
import { mayFor, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { addDays, type SchoolDay } from '../../../platform/clock/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import type { PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { composeDrafts, type DraftInWords } from '../../pathways/index.ts';
import type { GoalFields } from '../goal.ts';
import { insertDrafts, listGoalsBriefly, type NewGoal } from '../goal.store.ts';
import { draftGoalsRule } from '../plans.policy.ts';
import type { GoalId } from '../plans.tables.ts';

export const draftPlanInput = v.object({ learnerId: idField<PersonId>() });
export type DraftPlanInput = v.InferOutput<typeof draftPlanInput>;

/** More open goals than this is a list, not a plan. */
const mostOpen = 3;

type Brief = Awaited<ReturnType<typeof listGoalsBriefly>>[number];

/** What was drafted before, and kept or thrown away, is not drafted again. */
const repeats = (draft: DraftInWords, goals: readonly Brief[]): boolean =>
	goals.some(
		({ fields }) =>
			fields.words === wordsOf(draft, 'statement') ||
			fields.outcomeIds.some((id) => draft.outcomeIds.includes(id))
	);

const wordsOf = ({ lines }: DraftInWords, part: DraftInWords['lines'][number]['part']) =>
	lines
		.filter((line) => line.part === part)
		.map((line) => line.words)
		.join('\n');

function fieldsOf(draft: DraftInWords, today: SchoolDay): GoalFields {
	const orNone = (words: string) => (words === '' ? null : words);
	return {
		words: wordsOf(draft, 'statement'),
		why: orNone(wordsOf(draft, 'why')),
		successCriteria: orNone(wordsOf(draft, 'success')),
		supports: orNone(wordsOf(draft, 'support')),
		outcomeIds: draft.outcomeIds,
		reviewOn: addDays(today, draft.reviewWeeks * 7)
	};
}

/**
 * Drafts goals from what is known, each line with its source, until three goals are open. Drafting starts nothing, so
 * it needs no one: the software does it for every learner, and anyone who works with one may ask for it.
 */
export async function draftPlan(
	scope: Scope,
	{ learnerId }: DraftPlanInput
): Promise<
	Result<
		{ readonly learnerId: PersonId; readonly drafted: number },
		Failure<'plans.not-found' | 'plans.nothing-to-draft'>
	>
> {
	if (!mayFor(scope.actor, draftGoalsRule, learnerId)) return fail('plans.not-found');
	const goals = await listGoalsBriefly(scope, learnerId);
	const open = goals.filter(({ state }) => state !== 'achieved' && state !== 'set-aside');
	if (open.length >= mostOpen) return ok({ learnerId, drafted: 0 });
	const composed = await composeDrafts(scope, learnerId, []);
	const drafts = composed
		.filter((draft) => !repeats(draft, goals))
		.slice(0, mostOpen - open.length)
		.map((draft): NewGoal => ({
			goalId: scope.newId<GoalId>(),
			learnerId,
			purpose: draft.kind,
			sharing: 'individual',
			fields: fieldsOf(draft, scope.today),
			sources: draft.lines
		}));
	if (drafts.length === 0) {
		return open.length > 0 ? ok({ learnerId, drafted: 0 }) : fail('plans.nothing-to-draft');
	}
	await insertDrafts(scope, drafts);
	await recordDecision(scope, {
		action: 'plans.draft-plan',
		learnerId,
		object: { type: 'plan', id: learnerId },
		changes: { drafts: [open.length, open.length + drafts.length] }
	});
	return ok({ learnerId, drafted: drafts.length });
}
