import type { SkillState } from '#engines/learner-model/index.ts';
import { mayFor, type AgeBand, type Scope } from '../../platform/access/index.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import type { Locale } from '../../platform/i18n/index.ts';
import { invariant } from '../../platform/invariant.ts';
import { findItem, listOutcomes, type ItemId, type StrandId } from '../curriculum/index.ts';
import {
	parseItem,
	type Item,
	type RenderedText,
	type WrongReason
} from '../curriculum/items/index.ts';
import { viewBeliefs } from './belief-view.ts';
import { mostQuestions, shortCheck, type CheckEnd, type CheckResult } from './check.ts';
import {
	findCheck,
	listAskableStrands,
	listOpenChecks,
	type AskableStrand,
	type Check
} from './check.store.ts';
import { takeCheck } from './learner-model.policy.ts';
import type { CheckId } from './learner-model.tables.ts';
import { readyIn, strandGraph, suitsBand } from './places.ts';
import { showFeedback, showItem, type ShownFeedback, type ShownItem } from './shown-item.ts';
import { statesOf } from './states.ts';

interface Base {
	readonly checkId: CheckId;
	readonly strandId: StrandId | null;
	readonly outcomeId: OutcomeId | null;
	readonly answered: number;
	/** Questions there are at most. */
	readonly most: number;
}

/** A question that waits. */
export interface Question extends Base {
	readonly at: 'question';
	readonly version: number;
	readonly itemId: ItemId;
	readonly item: ShownItem;
}

/** What is said of an answer just given. */
export interface Feedback extends Base, ShownFeedback {
	readonly at: 'feedback';
	readonly language: string;
	readonly stem: RenderedText;
	readonly result: CheckResult;
	readonly reason: WrongReason | null;
	readonly isOver: boolean;
}

/** What a check changed. */
export interface CheckOver extends Base {
	readonly at: 'end';
	readonly reason: CheckEnd;
	readonly right: number;
	readonly changes: readonly Changed[];
	/** What the learner is ready for now; at most three. */
	readonly next: readonly { readonly outcomeId: OutcomeId; readonly words: string }[];
}

export interface Changed {
	readonly outcomeId: OutcomeId;
	readonly words: string;
	readonly before: SkillState;
	readonly now: SkillState;
	/** The learner's own belief, 0 to 1, where they said. */
	readonly own: number | null;
	readonly probability: number;
}

export type CheckView = Question | Feedback | CheckOver;

export interface CheckWording {
	readonly band: AgeBand;
	readonly locale: Locale;
}

/** A check as its learner sees it; `answer` asks for what was said of that answer. Null where it is not theirs. */
export async function getCheck(
	scope: Scope,
	learnerId: PersonId,
	checkId: CheckId,
	wording: CheckWording & { readonly answer?: number }
): Promise<CheckView | null> {
	if (!mayFor(scope.actor, takeCheck, learnerId)) return null;
	const check = await findCheck(scope, learnerId, checkId, 'read');
	if (!check) return null;
	const base: Base = {
		checkId,
		strandId: check.strandId,
		outcomeId: check.outcomeId,
		answered: check.progress.answers.length,
		most: check.outcomeId ? shortCheck.most : mostQuestions[wording.band]
	};
	const given = wording.answer === undefined ? undefined : check.progress.answers[wording.answer];
	if (given) {
		const item = await itemOf(scope, given.itemId);
		const { language, stem } = showItem(item, learnerId, wording.locale);
		const said = showFeedback(item, given.given, wording.locale);
		const { result, reason = null } = given;
		const isOver = check.endedAt !== null;
		return { ...base, at: 'feedback', language, stem, result, reason, isOver, ...said };
	}
	if (check.waiting) {
		const { itemId } = check.waiting;
		const item = showItem(await itemOf(scope, itemId), learnerId, wording.locale);
		return { ...base, at: 'question', version: check.version, itemId, item };
	}
	return endOf(scope, check, base, wording);
}

async function itemOf(scope: Scope, itemId: ItemId): Promise<Item> {
	const stored = await findItem(scope, itemId);
	const parsed = parseItem(stored?.body);
	invariant(parsed.ok, 'a stored item can be read');
	return parsed.item;
}

/** Changes shown at most; the rest is on the map. */
const mostChanges = 6;
const mostNext = 3;

async function endOf(
	scope: Scope,
	check: Check,
	base: Base,
	{ band, locale }: CheckWording
): Promise<CheckOver> {
	const { current, states } = await statesOf(scope, [check.learnerId]);
	const state = states.get(check.learnerId);
	const beliefs = state ? viewBeliefs(current.model, state, scope.now) : new Map();
	const asked = [...new Set(check.progress.answers.map(({ outcomeId }) => outcomeId))];
	const strandId = check.strandId ?? current.outcomes.get(asked[0] ?? noOutcome)?.strandId ?? null;
	const suits = (id: OutcomeId) => suitsBand(current.outcomes.get(id) ?? noAges, band);
	const ready = strandId ? readyIn(strandGraph(current, strandId), beliefs, suits) : [];
	const next = ready.slice(0, mostNext);
	const outcomes = await listOutcomes(scope, { outcomeIds: [...asked, ...next] }, { band, locale });
	const words = new Map(outcomes.map((one) => [one.outcomeId, one.words]));
	const changes = asked.flatMap((outcomeId): Changed[] => {
		const belief = beliefs.get(outcomeId);
		const said = words.get(outcomeId);
		if (!belief || said === undefined) return [];
		const before = check.before[outcomeId] ?? 'unexplored';
		const { state: now, own, probability } = belief;
		return [{ outcomeId, words: said, before, now, own, probability }];
	});
	const moved = changes.toSorted((a, b) => +(b.before !== b.now) - +(a.before !== a.now));
	return {
		...base,
		at: 'end',
		strandId,
		reason: check.endReason ?? 'stopped',
		right: check.progress.answers.filter(({ result }) => result === 'right').length,
		changes: moved.slice(0, mostChanges),
		next: next.flatMap((outcomeId) => {
			const said = words.get(outcomeId);
			return said === undefined ? [] : [{ outcomeId, words: said }];
		})
	};
}

const noAges = { ageFrom: null, ageTo: null };
// SAFETY: names no outcome; a look-up with it finds nothing.
const noOutcome = '' as OutcomeId;

/** Where a learner can begin, and what they left open. */
export interface CheckHome {
	readonly open: readonly {
		readonly checkId: CheckId;
		readonly strandId: StrandId | null;
		readonly outcomeId: OutcomeId | null;
		readonly answered: number;
		readonly startedAt: Date;
	}[];
	readonly strands: readonly AskableStrand[];
}

/** The first page of checks: what is open, and the strands that have questions. */
export async function getCheckHome(scope: Scope, learnerId: PersonId): Promise<CheckHome> {
	if (!mayFor(scope.actor, takeCheck, learnerId)) return { open: [], strands: [] };
	const open = await listOpenChecks(scope, learnerId);
	const strands = await listAskableStrands(scope);
	return {
		strands,
		open: open.map(({ checkId, strandId, outcomeId, progress, startedAt }) => ({
			checkId,
			strandId,
			outcomeId,
			answered: progress.answers.length,
			startedAt
		}))
	};
}
