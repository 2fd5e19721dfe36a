import type { Model } from './model.ts';
import type { Feature } from './parameters.ts';
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

/** What is asked about: an item with its skills, or one skill as such (a reference item of it). */
export interface Target {
	readonly item?: string | undefined;
	readonly skills: readonly string[];
	/** Seconds; absent = no time has passed. */
	readonly at?: number | undefined;
}

export type FeatureValues = Record<Feature, number>;

const STREAK_CAP = 5;

/** The inputs of the model for one question to one learner. */
export function featuresOf(model: Model, state: State, target: Target): FeatureValues {
	const skills = [...new Set(target.skills)];
	const values = { ...learnerFeatures(model, state), ...itemFeatures(model, state, target) };
	for (const skill of skills) {
		values.skill += (model.skills.get(skill) ?? 0) / skills.length;
		addSkillFeatures(values, state, skill, target.at, 1 / skills.length);
		addGraphFeatures(values, model, state, skill, 1 / skills.length);
	}
	return values;
}

function learnerFeatures(model: Model, { whole }: State): FeatureValues {
	return {
		start: model.parameters.start,
		skill: 0,
		item: 0,
		ability: whole.ability,
		'right-answers': 0,
		'wrong-answers': 0,
		'recent-fast': 0,
		'recent-slow': 0,
		surprise: 0,
		streak: 0,
		'overall-fast': whole.recentFast,
		'overall-slow': whole.recentSlow,
		'repeat-right': 0,
		'repeat-wrong': 0,
		gap: 0,
		'gap-known': 0,
		before: 0,
		after: 0
	};
}

function itemFeatures(model: Model, state: State, { item }: Target) {
	if (item === undefined) return {};
	const last = state.items.get(item);
	return {
		item: model.items.get(item) ?? 0,
		'repeat-right': last === 1 ? 1 : 0,
		'repeat-wrong': last === 0 ? 1 : 0
	};
}

/** PFA counts on a log scale (Gervet et al. 2020), recent accuracy (R-PFA), and power-law gaps (DAS3H). */
function addSkillFeatures(
	values: FeatureValues,
	{ slots, words }: State,
	skill: string,
	at: number | undefined,
	share: number
): void {
	const slot = slots.get(skill);
	if (slot === undefined) return;
	const gap = Math.log1p(gapDaysOf(words, slot, at));
	values['right-answers'] += share * Math.log1p(rightOf(words, slot));
	values['wrong-answers'] += share * Math.log1p(wrongOf(words, slot));
	values['recent-fast'] += share * recentFastOf(words, slot);
	values['recent-slow'] += share * recentSlowOf(words, slot);
	values.surprise += share * surpriseOf(words, slot);
	values.streak += share * Math.max(-STREAK_CAP, Math.min(STREAK_CAP, streakOf(words, slot)));
	values.gap += share * gap;
	values['gap-known'] += share * gap * Math.log1p(rightOf(words, slot));
}

function addGraphFeatures(
	values: FeatureValues,
	{ graph }: Model,
	state: State,
	skill: string,
	share: number
): void {
	const node = graph.index.get(skill);
	if (node === undefined) return;
	values.before += share * neighbourSurprise(graph.ids, state, graph.before[node]);
	values.after += share * neighbourSurprise(graph.ids, state, graph.after[node]);
}

/** Mean surprise of neighbours with evidence, shrunk as if one more had none. */
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
