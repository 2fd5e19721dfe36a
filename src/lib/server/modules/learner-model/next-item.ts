import {
	answer,
	isDone,
	nextQuestion,
	saveDiagnostic,
	skipOutcome,
	type Diagnostic,
	type Graph
} from '#engines/learner-model/index.ts';
import type { Scope } from '../../platform/access/index.ts';
import { toId, type OutcomeId } from '../../platform/ids.ts';
import { pickItem, type ItemId } from '../curriculum/index.ts';
import { isShortCheckDone, type CheckAnswer, type CheckEnd, type CheckProgress } from './check.ts';
import type { Waiting } from './check.store.ts';
import { resumeKept } from './kept-diagnostics.ts';
import type { CheckId } from './learner-model.tables.ts';

/** Where a check goes from here: another question, or its end. */
export interface NextStep {
	readonly progress: CheckProgress;
	readonly waiting: Waiting | null;
	readonly end: CheckEnd | null;
	/** Of a check over a strand that goes on. */
	readonly diagnostic?: Diagnostic;
}

/** An item for an outcome: one not met lately where there is one, never one of this check. */
async function pickFor(
	scope: Scope,
	outcomeId: OutcomeId,
	progress: CheckProgress,
	met: readonly ItemId[]
): Promise<Waiting | null> {
	const here = progress.answers.map(({ itemId }) => itemId);
	const seed = progress.seed + progress.answers.length;
	const found =
		(await pickItem(scope, { outcomeId, exclude: [...here, ...met], seed })) ??
		(await pickItem(scope, { outcomeId, exclude: here, seed }));
	return found && { itemId: found.itemId, outcomeId, since: scope.now };
}

/** A short check asks about its one outcome until it has heard enough. */
export async function nextOfShort(
	scope: Scope,
	outcomeId: OutcomeId,
	progress: CheckProgress,
	met: readonly ItemId[]
): Promise<NextStep> {
	if (isShortCheckDone(progress.answers)) return { progress, waiting: null, end: 'asked-enough' };
	const waiting = await pickFor(scope, outcomeId, progress, met);
	return { progress, waiting, end: waiting ? null : 'nothing-left-to-ask' };
}

/** A check over a strand asks what would tell most; an outcome without an item left is passed over. */
export async function nextOfStrand(
	scope: Scope,
	diagnostic: Diagnostic,
	progress: CheckProgress,
	met: readonly ItemId[]
): Promise<NextStep> {
	let current = diagnostic;
	let exhausted = progress.exhausted;
	for (;;) {
		const skill = nextQuestion(current);
		const kept = { ...progress, exhausted, saved: saveDiagnostic(current) };
		if (skill === undefined) return { progress: kept, waiting: null, end: endOf(current) };
		const outcomeId = toId<OutcomeId>(skill);
		const waiting = await pickFor(scope, outcomeId, progress, met);
		if (waiting) return { progress: kept, waiting, end: null, diagnostic: current };
		exhausted = [...exhausted, outcomeId];
		current = skipOutcome(current, outcomeId);
	}
}

function endOf(diagnostic: Diagnostic): CheckEnd {
	const done = isDone(diagnostic);
	return done.done ? done.reason : 'nothing-left-to-ask';
}

/** The diagnostic with one more answer; an outcome that has left the graph changes nothing. */
export function diagnosticWith(
	checkId: CheckId,
	graph: Graph,
	saved: NonNullable<CheckProgress['saved']>,
	given: CheckAnswer
): Diagnostic {
	const diagnostic = resumeKept(checkId, graph, saved);
	const next = answer(diagnostic, given.outcomeId, given.result);
	return next.ok ? next.value : diagnostic;
}
