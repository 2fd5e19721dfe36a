import * as v from 'valibot';
import { startDiagnostic, type SkillState } from '#engines/learner-model/index.ts';
import { mayFor, personOf, type AgeBand, type Scope } from '../../../platform/access/index.ts';
import { recordDecision, type Decided } from '../../../platform/audit/index.ts';
import { idField } from '../../../platform/http/fields.ts';
import type { OutcomeId, PersonId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { rungsOf, takesEffect, type Rung } from '../../agency/index.ts';
import { askableOutcomes, getGraph, type StrandId } from '../../curriculum/index.ts';
import type { BeliefMap, BeliefView } from '../belief-view.ts';
import { mostQuestions, type CheckProgress, type WordsBefore } from '../check.ts';
import { findAge } from '../age.store.ts';
import { insertCheck, listItemsMet, listOpenChecks } from '../check.store.ts';
import { takeCheck } from '../learner-model.policy.ts';
import type { CheckId } from '../learner-model.tables.ts';
import { nextOfShort, nextOfStrand, type NextStep } from '../next-item.ts';
import { beliefsWithModel } from '../queries.ts';
import { ageOfBand, ageScale, startingLevel, type AgeScale } from '../starting-level.ts';

export const startCheckInput = v.object({
	id: idField<CheckId>(),
	strandId: idField<StrandId>()
});
export type StartCheckInput = v.InferOutput<typeof startCheckInput>;

export type StartCheckFailure = Failure<'learner-model.not-found' | 'learner-model.nothing-to-ask'>;
type Started = Result<{ readonly checkId: CheckId }, StartCheckFailure>;

/** Begins a check over a strand, or goes on with the one that is open: a second tap starts no second check. */
export async function startCheck(
	scope: Scope,
	{ id, strandId }: StartCheckInput
): Promise<Started> {
	const { personId: learnerId, band } = personOf(scope);
	if (!mayFor(scope.actor, takeCheck, learnerId)) return fail('learner-model.not-found');
	const open = (await listOpenChecks(scope, learnerId)).find((one) => one.strandId === strandId);
	if (open) return ok({ checkId: open.checkId });
	const graph = await getGraph(scope, strandId);
	const askable = await askableOutcomes(scope, strandId);
	if (askable.length === 0) return fail('learner-model.nothing-to-ask');
	const { current, beliefs } = await beliefsWithModel(scope, learnerId);
	const scale = ageScale(graph.ids, current.outcomes);
	const age = scale && ((await findAge(scope, learnerId)) ?? ageOfBand[band ?? '12-18']);
	const diagnostic = startDiagnostic(graph, {
		seed: scope.seed(),
		askable,
		mostQuestions: mostQuestions[band ?? '12-18'],
		...(scale && age !== undefined && startAt(scale, age, [...beliefs.values()]))
	});
	const progress = emptyProgress(diagnostic.options.seed);
	const met = await listItemsMet(scope, learnerId);
	const step = await nextOfStrand(scope, diagnostic, progress, met);
	return begin(
		scope,
		{ id, learnerId, strandId, outcomeId: null },
		step,
		wordsOf(graph.ids, beliefs)
	);
}

/** A short check of one outcome: "I can do this: test me". For the command that hears a challenge. */
export async function startShortCheck(
	scope: Scope,
	id: CheckId,
	learnerId: PersonId,
	outcomeId: OutcomeId
): Promise<Started> {
	const open = (await listOpenChecks(scope, learnerId)).find((one) => one.outcomeId === outcomeId);
	if (open) return ok({ checkId: open.checkId });
	const { beliefs } = await beliefsWithModel(scope, learnerId);
	const met = await listItemsMet(scope, learnerId);
	const step = await nextOfShort(scope, outcomeId, emptyProgress(scope.seed()), met);
	const target = { id, learnerId, strandId: null, outcomeId };
	return begin(scope, target, step, wordsOf([outcomeId], beliefs));
}

const emptyProgress = (seed: number): CheckProgress => ({
	format: 1,
	saved: null,
	exhausted: [],
	answers: [],
	seed: seed % 1_000_000_000
});

async function begin(
	scope: Scope,
	target: {
		readonly id: CheckId;
		readonly learnerId: PersonId;
		readonly strandId: StrandId | null;
		readonly outcomeId: OutcomeId | null;
	},
	{ progress, waiting }: NextStep,
	before: WordsBefore
): Promise<Started> {
	if (!waiting) return fail('learner-model.nothing-to-ask');
	const { id, learnerId, strandId, outcomeId } = target;
	await insertCheck(scope, {
		checkId: id,
		learnerId,
		strandId,
		outcomeId,
		progress,
		waiting,
		before
	});
	const { assessment: rung } = await rungsOf(scope, learnerId, bandOf(scope));
	await recordDecision(scope, {
		action: 'learner-model.start-check',
		learnerId,
		object: { type: 'check', id },
		ladder: { kind: 'assessment', decided: decidedAt(rung, target), rung, initiatorId: learnerId }
	});
	return ok({ checkId: id });
}

/**
 * Who decided that it is time. Where the ladder gives the moment to the adults, what the school lists to be checked on is
 * their standing offer, and the learner picked from it; "test me" is the learner's own at any rung.
 */
const decidedAt = (rung: Rung, { outcomeId }: { readonly outcomeId: OutcomeId | null }): Decided =>
	outcomeId !== null || takesEffect(rung, 'learner') ? 'learner' : 'offer';

const bandOf = (scope: Scope): AgeBand => personOf(scope).band ?? '12-18';

const startAt = (scale: AgeScale, age: number, beliefs: readonly BeliefView[]) => ({
	places: scale.places,
	expectedLevel: startingLevel(scale, age, beliefs)
});

function wordsOf(ids: readonly OutcomeId[], beliefs: BeliefMap): Record<string, SkillState> {
	const said = ids.flatMap((id) => beliefs.get(id) ?? []);
	return Object.fromEntries(
		said.filter((one) => one.state !== 'unexplored').map((one) => [one.outcomeId, one.state])
	);
}
