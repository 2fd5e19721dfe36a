import { AT, FEATURES } from './feature-names.ts';
import { itemGapHoursOf, itemRightOf, itemWrongOf, lastOutcomeOf } from './item-record.ts';
import type { Model } from './model.ts';
import type { Question } from './question.ts';
import {
	gapDaysOf,
	recentFastOf,
	recentSlowOf,
	rightOf,
	streakOf,
	surpriseOf,
	wrongOf
} from './skill-record.ts';
import type { State } from './state.ts';

export const FEATURE_COUNT = FEATURES.length;
const STREAK_CAP = 5;

/** Log-odds by difficulty of the skills alone: start + their mean; unknown ones are average. */
export function skillEasinessOf(model: Model, { skills }: Question): number {
	let sum = 0;
	for (const skill of skills) sum += model.skillEasiness[skill] ?? 0;
	return model.parameters.easiness.start + sum / (skills.length || 1);
}

/** Log-odds by difficulty alone: that of the skills and what the item adds. */
export const easinessOf = (model: Model, question: Question) =>
	skillEasinessOf(model, question) + (model.itemEasiness[question.item] ?? 0);

/** Fills `into` (one place per feature) with the inputs of the model for one question. */
export function computeFeatures(
	model: Model,
	state: State,
	question: Question,
	into: Float64Array
): void {
	into.fill(0);
	into[AT.one] = 1;
	into[AT.easiness] = skillEasinessOf(model, question);
	into[AT.item] = model.itemEasiness[question.item] ?? 0;
	learnerFeatures(state, question, into);
	if (question.record !== undefined) itemFeatures(question.record, question.at, into);
	const share = 1 / (question.slots.length || 1);
	for (const slot of question.slots)
		if (slot >= 0) skillFeatures(state.words, slot, question.at, share, into);
	if (model.graph.ids.length > 0)
		for (const name of question.names) graphFeatures(model, state, name, share, into);
}

function learnerFeatures({ whole }: State, question: Question, into: Float64Array): void {
	into[AT.ability] = whole.ability;
	into[AT['overall-fast']] = whole.fast;
	into[AT['overall-middle']] = whole.middle;
	into[AT['overall-slow']] = whole.slow;
	into[AT['overall-accuracy']] = whole.accuracy - 0.5;
	into[AT['last-1']] = whole.last[0] / 2;
	into[AT['last-2']] = whole.last[1] / 2;
	into[AT['last-3']] = whole.last[2] / 2;
	into[AT.tenure] = Math.log1p(whole.evidence);
	const same = whole.lastSkill !== '' && question.names[0] === whole.lastSkill;
	into[AT['same-skill']] = same ? 1 : 0;
	into[AT['same-skill-outcome']] = same ? whole.last[0] / 2 : 0;
	into[AT.pause] = pauseOf(whole.lastAt, question);
}

/** A reference item is asked in a sitting of its own, so it has no pause. */
function pauseOf(lastAt: number, { at, hasItem }: Question): number {
	if (!hasItem || at === undefined || lastAt < 0) return 0;
	return Math.log1p(Math.max(0, at - lastAt));
}

function itemFeatures(record: number, at: number | undefined, into: Float64Array): void {
	const right = lastOutcomeOf(record) === 1;
	into[AT['repeat-right']] = right ? 1 : 0;
	into[AT['repeat-wrong']] = right ? 0 : 1;
	into[AT['item-right']] = Math.log1p(itemRightOf(record));
	into[AT['item-wrong']] = Math.log1p(itemWrongOf(record));
	into[AT['item-gap']] = Math.log1p(itemGapHoursOf(record, at));
}

function add(into: Float64Array, at: number, amount: number): void {
	into[at] = (into[at] ?? 0) + amount;
}

/** PFA counts on a log scale (Gervet et al. 2020), recent accuracy (R-PFA), power-law gaps (DAS3H). */
function skillFeatures(
	words: Uint16Array,
	slot: number,
	at: number | undefined,
	share: number,
	into: Float64Array
): void {
	const right = rightOf(words, slot);
	const wrong = wrongOf(words, slot);
	const gap = Math.log1p(gapDaysOf(words, slot, at) * 24);
	add(into, AT.right, share * Math.log1p(right));
	add(into, AT.wrong, share * Math.log1p(wrong));
	add(into, AT.attempts, share * Math.log1p(right + wrong));
	add(into, AT.rate, (share * (right - wrong)) / (2 * (right + wrong + 1)));
	add(into, AT['recent-fast'], share * recentFastOf(words, slot));
	add(into, AT['recent-slow'], share * recentSlowOf(words, slot));
	add(into, AT.surprise, share * surpriseOf(words, slot));
	add(into, AT.streak, share * cap(streakOf(words, slot)));
	add(into, AT['skill-gap'], share * gap);
	add(into, AT['skill-gap-known'], share * gap * Math.log1p(right));
}

const cap = (streak: number) => Math.max(-STREAK_CAP, Math.min(STREAK_CAP, streak));

function graphFeatures(
	{ graph }: Model,
	state: State,
	skill: string,
	share: number,
	into: Float64Array
): void {
	const node = graph.index.get(skill);
	if (node === undefined) return;
	add(into, AT.before, share * neighbourSurprise(graph.ids, state, graph.before[node]));
	add(into, AT.after, share * neighbourSurprise(graph.ids, state, graph.after[node]));
}

/** Mean residual of the neighbours with evidence, shrunk as if one more had none. */
function neighbourSurprise(
	ids: readonly string[],
	{ slots, words }: State,
	neighbours: readonly number[] = []
): number {
	let sum = 0;
	let seen = 1;
	for (const node of neighbours) {
		const slot = slots.get(ids[node] ?? '');
		if (slot === undefined) continue;
		sum += surpriseOf(words, slot);
		seen += 1;
	}
	return sum / seen;
}
