import type { Logit, Probability } from '../kernel/index.ts';
import type { LearnerEvent } from './event.ts';
import { featuresOf, type Target } from './features.ts';
import type { Model } from './model.ts';
import { FEATURES, type Feature } from './parameters.ts';
import { predict } from './predict.ts';
import { replay, type Learner } from './replay.ts';

/** Stable names of the reasons; the UI maps each to words. New ones may be added, none renamed. */
export type TermId =
	| 'start'
	| 'skill'
	| 'item'
	| 'ability'
	| 'right-answers'
	| 'wrong-answers'
	| 'recent'
	| 'surprise'
	| 'streak'
	| 'overall'
	| 'repeat'
	| 'gap'
	| 'before'
	| 'after'
	| 'related'
	| 'pattern'
	| 'calibration';

/** One reason: how far it pushes the log-odds up (+) or down (-), and the events it rests on. */
export interface Term {
	readonly id: TermId;
	readonly value: number;
	readonly events: readonly string[];
}

/** The reasons of one shown number; `terms` add up to `logit` to within 1e-9. */
export interface Explanation {
	readonly logit: Logit;
	readonly probability: Probability;
	readonly terms: readonly Term[];
	readonly modelVersion: string;
}

const TERM_OF: Readonly<Record<Feature, TermId>> = {
	start: 'start',
	skill: 'skill',
	item: 'item',
	ability: 'ability',
	'right-answers': 'right-answers',
	'wrong-answers': 'wrong-answers',
	'recent-fast': 'recent',
	'recent-slow': 'recent',
	surprise: 'surprise',
	streak: 'streak',
	'overall-fast': 'overall',
	'overall-slow': 'overall',
	'repeat-right': 'repeat',
	'repeat-wrong': 'repeat',
	gap: 'gap',
	'gap-known': 'gap',
	before: 'before',
	after: 'after'
};

/** Why the model says what it says about a skill (no `item`) or an item, strongest reason first. */
export function explain(model: Model, learner: Learner, target: Target): Explanation {
	const values = featuresOf(model, learner.state, target);
	const sums = new Map<TermId, number>();
	for (const feature of FEATURES) {
		const id = TERM_OF[feature];
		const value = model.parameters.weights[feature] * values[feature];
		sums.set(id, (sums.get(id) ?? 0) + value);
	}
	const terms = [...sums]
		.filter(([, value]) => value !== 0)
		.map(([id, value]) => ({ id, value, events: eventsBehind(model, id, learner, target) }))
		.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
	const { logit, probability } = predict(model, learner.state, target);
	return { logit, probability, terms, modelVersion: model.version };
}

type Evidence = Exclude<LearnerEvent, { kind: 'withdrawal' | 'self-assessment' }>;

const isEvidence = (event: LearnerEvent): event is Evidence =>
	event.kind !== 'withdrawal' && event.kind !== 'self-assessment';

const shownBy = (event: Evidence) => (event.kind === 'response' ? +event.correct : event.shown);

/** The counted events a reason rests on. */
function eventsBehind(model: Model, id: TermId, learner: Learner, target: Target) {
	const chosen = chooser(model, id, target);
	return learner.counted
		.filter(isEvidence)
		.filter(chosen)
		.map((event) => event.id);
}

function chooser(model: Model, id: TermId, target: Target): (event: Evidence) => boolean {
	const about = (skills: ReadonlySet<string>) => (event: Evidence) =>
		event.skills.some((skill) => skills.has(skill));
	const here = about(new Set(target.skills));
	switch (id) {
		case 'start':
		case 'skill':
		case 'item':
		case 'calibration':
			return () => false;
		case 'ability':
		case 'overall':
		case 'related':
			return () => true;
		case 'right-answers':
			return (event) => here(event) && shownBy(event) > 0;
		case 'wrong-answers':
			return (event) => here(event) && shownBy(event) < 1;
		case 'repeat':
			return (event) => event.kind === 'response' && event.item === target.item;
		case 'before':
			return about(neighbours(model, target, 'before'));
		case 'after':
			return about(neighbours(model, target, 'after'));
		default:
			return here;
	}
}

function neighbours({ graph }: Model, { skills }: Target, side: 'before' | 'after') {
	const nodes = skills.flatMap((skill) => graph[side][graph.index.get(skill) ?? -1] ?? []);
	return new Set(nodes.map((node) => graph.ids[node] ?? ''));
}

/** What one event does to a shown number: with it minus without it, in log-odds. */
export interface Influence {
	readonly event: LearnerEvent;
	readonly effect: number;
}

/**
 * The exact effect of each of the latest `most` events about the target's skills, by replaying the
 * log without it. Effects overlap, so they do not add up; the terms of `explain` do.
 */
export function influences(
	model: Model,
	learner: Learner,
	target: Target,
	most = 8
): readonly Influence[] {
	const shown = predict(model, learner.state, target).logit;
	const skills = new Set(target.skills);
	return learner.counted
		.filter(isEvidence)
		.filter((event) => event.skills.some((skill) => skills.has(skill)))
		.slice(-most)
		.map((event) => ({ event, effect: shown - without(model, learner, event.id, target) }));
}

function without(model: Model, { counted }: Learner, id: string, target: Target): number {
	const rest = counted.filter((event) => event.id !== id);
	return predict(model, replay(model, rest).state, target).logit;
}
