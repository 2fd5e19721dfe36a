import type { Logit, Probability } from '../kernel/index.ts';
import type { LearnerEvent } from './event.ts';
import { AT, FEATURES, type Feature } from './feature-names.ts';
import { skillEasinessOf } from './features.ts';
import type { Model } from './model.ts';
import { calibrated, predict } from './predict.ts';
import { questionOf, type Target } from './question.ts';
import { replay, type Learner } from './replay.ts';
import type { State } from './state.ts';
import { termsOf } from './terms.ts';

/** Stable names of the reasons; the UI maps each to words. New ones may be added, none renamed. */
export type TermId =
	| 'start'
	| 'skill'
	| 'item'
	| 'ability'
	| 'right-answers'
	| 'wrong-answers'
	| 'recent'
	| 'practice'
	| 'surprise'
	| 'streak'
	| 'overall'
	| 'just-before'
	| 'tenure'
	| 'pause'
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

/** Which reason each feature belongs to; `easiness` is split into start and skill. */
const TERM_OF: Readonly<Record<Feature, TermId>> = {
	one: 'start',
	easiness: 'start',
	item: 'item',
	ability: 'ability',
	right: 'right-answers',
	wrong: 'wrong-answers',
	attempts: 'practice',
	rate: 'practice',
	'recent-fast': 'recent',
	'recent-slow': 'recent',
	surprise: 'surprise',
	streak: 'streak',
	'overall-fast': 'overall',
	'overall-middle': 'overall',
	'overall-slow': 'overall',
	'overall-accuracy': 'overall',
	'last-1': 'just-before',
	'last-2': 'just-before',
	'last-3': 'just-before',
	tenure: 'tenure',
	'same-skill': 'just-before',
	'same-skill-outcome': 'just-before',
	'repeat-right': 'repeat',
	'repeat-wrong': 'repeat',
	'item-right': 'repeat',
	'item-wrong': 'repeat',
	'skill-gap': 'gap',
	'skill-gap-known': 'gap',
	'item-gap': 'gap',
	pause: 'pause',
	before: 'before',
	after: 'after'
};

/** Why the model says what it says about a skill (no `item`) or an item, strongest reason first. */
export function explain(model: Model, learner: Learner, target: Target): Explanation {
	const { logit, probability } = predict(model, learner.state, target);
	const terms = [...termValues(model, learner.state, target)]
		.filter(([, value]) => value !== 0)
		.map(([id, value]) => ({ id, value, events: eventsBehind(model, id, learner, target) }))
		.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
	return { logit, probability, terms, modelVersion: model.version };
}

function termValues(model: Model, state: State, target: Target): ReadonlyMap<TermId, number> {
	const terms = termsOf(model, state, target);
	const sums = new Map<TermId, number>();
	const add = (id: TermId, value: number) => sums.set(id, (sums.get(id) ?? 0) + value);
	FEATURES.forEach((feature, i) => add(TERM_OF[feature], terms.features[i] ?? 0));
	splitEasiness(model, state, target, add);
	add('related', terms.related);
	add('just-before', terms.sequence);
	add('pattern', terms.pattern);
	add('calibration', calibrated(model, terms.sum) - terms.sum);
	return sums;
}

/** Moves the skills' share of the easiness from `start` to a reason of its own. */
function splitEasiness(
	model: Model,
	state: State,
	target: Target,
	add: (id: TermId, value: number) => void
): void {
	const easiness = skillEasinessOf(model, questionOf(model, state, target));
	const weight = model.weights[AT.easiness] ?? 0;
	const skills = weight * (easiness - model.parameters.easiness.start);
	add('start', -skills);
	add('skill', skills);
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
		case 'just-before':
		case 'tenure':
		case 'pause':
		case 'pattern':
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
