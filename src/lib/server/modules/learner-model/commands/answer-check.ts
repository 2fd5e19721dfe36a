import * as v from 'valibot';
import { mayFor, personOf, type Scope } from '../../../platform/access/index.ts';
import { idField, tickField } from '../../../platform/http/fields.ts';
import { invariant } from '../../../platform/invariant.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { findItem, getGraph, type ItemId } from '../../curriculum/index.ts';
import {
	parseItem,
	score,
	toValidation,
	validateResponse,
	type Item,
	type ResponseProblem
} from '../../curriculum/items/index.ts';
import { recordResponse, type EvidenceId } from '../../evidence/index.ts';
import { readAnswer } from '../answer-fields.ts';
import type { CheckAnswer, CheckProgress } from '../check.ts';
import { keepDiagnostic } from '../kept-diagnostics.ts';
import { findCheck, listItemsMet, saveCheck, type Check } from '../check.store.ts';
import { finishCheck } from '../finish-check.ts';
import { takeCheck } from '../learner-model.policy.ts';
import type { CheckId } from '../learner-model.tables.ts';
import { diagnosticWith, nextOfShort, nextOfStrand, type NextStep } from '../next-item.ts';

const texts = () => v.optional(v.array(v.pipe(v.string(), v.maxLength(200))), []);

/** What the form of a question sends; which fields matter depends on the item's kind. */
export const answerCheckInput = v.object({
	/** Key of the answer's evidence: the same form sent twice counts once. */
	id: idField<EvidenceId>(),
	checkId: idField<CheckId>(),
	itemId: idField<ItemId>(),
	version: v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number)),
	dontKnow: tickField(),
	key: v.optional(v.string()),
	'keys[]': texts(),
	'order[]': texts(),
	'pairs[]': texts(),
	text: v.optional(v.string())
});
export type AnswerCheckInput = v.InferOutput<typeof answerCheckInput>;

type Problem = Failure<'learner-model.not-found' | 'learner-model.stale' | ResponseProblem>;
/** `at` is the place of the answer in the check, from 0. */
type Answered = Result<{ readonly at: number; readonly isOver: boolean }, Problem>;

/**
 * Takes one answer: scored here, recorded as evidence, and the next question chosen and stored, so that a closed lid
 * loses nothing. An answer that cannot be read is given back and counts for nothing.
 */
export async function answerCheck(scope: Scope, input: AnswerCheckInput): Promise<Answered> {
	const { personId: learnerId } = personOf(scope);
	if (!mayFor(scope.actor, takeCheck, learnerId)) return fail('learner-model.not-found');
	const check = await findCheck(scope, learnerId, input.checkId, 'lock');
	if (!check) return fail('learner-model.not-found');
	if (check.progress.answers[input.version]?.itemId === input.itemId) {
		return ok({ at: input.version, isOver: check.endedAt !== null });
	}
	const { waiting } = check;
	if (check.version !== input.version || waiting?.itemId !== input.itemId) {
		return fail('learner-model.stale');
	}
	const item = await itemOf(scope, input.itemId);
	const scored = await scoreAnswer(item, input);
	if (!scored.ok) return scored;
	const given: CheckAnswer = { ...waiting, ...scored.value };
	await recordResponse(scope, {
		id: input.id,
		learnerId,
		itemId: given.itemId,
		outcomeIds: [given.outcomeId],
		result: given.result,
		seconds: secondsSince(waiting.since, scope.now),
		place: 'online',
		source: check.strandId ? 'check' : 'test-me'
	});
	return takeIn(scope, check, given);
}

async function takeIn(scope: Scope, check: Check, given: CheckAnswer): Promise<Answered> {
	const { itemId, outcomeId, result, given: response, reason } = given;
	const kept = { itemId, outcomeId, result, given: response, ...(reason && { reason }) };
	const progress = { ...check.progress, answers: [...check.progress.answers, kept] };
	const step = await stepAfter(scope, check, progress, kept);
	if (!(await saveCheck(scope, check, step))) return fail('learner-model.stale');
	if (step.end) await finishCheck(scope, check);
	return ok({ at: check.progress.answers.length, isOver: step.end !== null });
}

async function stepAfter(
	scope: Scope,
	check: Check,
	progress: CheckProgress,
	given: CheckAnswer
): Promise<NextStep> {
	const met = await listItemsMet(scope, check.learnerId);
	if (check.outcomeId) return nextOfShort(scope, check.outcomeId, progress, met);
	const { saved } = progress;
	invariant(saved !== null, 'a check over a strand has a diagnostic');
	const graph = await getGraph(scope, check.strandId);
	const diagnostic = diagnosticWith(check.checkId, graph, saved, given);
	const step = await nextOfStrand(scope, diagnostic, progress, met);
	if (step.diagnostic) keepDiagnostic(check.checkId, graph, step.diagnostic);
	return step;
}

type Scored = Result<Pick<CheckAnswer, 'result' | 'given' | 'reason'>, Failure<ResponseProblem>>;

async function scoreAnswer(item: Item, input: AnswerCheckInput): Promise<Scored> {
	if (input.dontKnow) return ok({ result: 'dont-know-yet', given: null });
	const read = validateResponse(toValidation(item), readAnswer(item.kind, input));
	if (!read.ok) return fail(read.error.code, 'answer');
	const scored = await score(item, read.value);
	if (scored.outcome === 'unreadable') return fail(scored.reason, 'answer');
	const reason = scored.outcome === 'wrong' ? scored.reason : undefined;
	return ok({ result: scored.outcome, given: read.value, ...(reason && { reason }) });
}

async function itemOf(scope: Scope, itemId: ItemId): Promise<Item> {
	const stored = await findItem(scope, itemId);
	const parsed = parseItem(stored?.body);
	invariant(parsed.ok, 'a stored item can be read');
	return parsed.item;
}

/** Longer than an hour is a closed lid, not thinking. */
function secondsSince(since: Date, now: Date): number | null {
	const passed = (now.getTime() - since.getTime()) / 1000;
	return passed >= 0 && passed <= 3600 ? Math.round(passed * 10) / 10 : null;
}
