import { toProbability } from '../kernel/index.ts';
import type { Judgement, LearnerEvent, Response, SelfAssessment } from './event.ts';
import type { Model } from './model.ts';
import { recordEvidence } from './skill-record.ts';
import { slotFor, type Draft } from './state.ts';

const OVERALL_FAST = 0.8;
const OVERALL_SLOW = 0.97;

/** Folds one checked event into the draft. A withdrawal is `replay`'s business and does nothing here. */
export function applyEvent(model: Model, draft: Draft, event: LearnerEvent): void {
	if (event.kind === 'self-assessment') applyOwnBelief(draft, event);
	else if (event.kind === 'response') applyEvidence(model, draft, event, event.correct ? 1 : 0);
	else if (event.kind !== 'withdrawal') applyEvidence(model, draft, event, event.shown);
}

function applyOwnBelief(draft: Draft, { skills, level, at }: SelfAssessment): void {
	for (const skill of skills) draft.own.set(skill, { level, at });
}

function applyEvidence(
	model: Model,
	draft: Draft,
	event: Response | Judgement,
	outcome: number
): void {
	const skills = [...new Set(event.skills)];
	const item = event.kind === 'response' ? event.item : undefined;
	const expected = expectedBy(model, draft, skills, item);
	const fresh = item === undefined || !draft.items.has(item);
	const weight = event.weight ?? 1;
	for (const skill of skills)
		recordEvidence(draft.words, slotFor(draft, skill), {
			outcome,
			expected,
			weight,
			fresh,
			at: event.at
		});
	moveWhole(model, draft, (outcome - expected) * weight, weight);
	if (item !== undefined) draft.items.set(item, outcome === 1 ? 1 : 0);
}

/** Rasch expectation from easiness and ability alone (Elo in education, Pelanek 2016). */
function expectedBy(
	model: Model,
	draft: Draft,
	skills: readonly string[],
	item: string | undefined
): number {
	let easiness = model.parameters.start + draft.whole.ability;
	if (item !== undefined) easiness += model.items.get(item) ?? 0;
	for (const skill of skills) easiness += (model.skills.get(skill) ?? 0) / skills.length;
	return toProbability(easiness);
}

/** Elo update with the uncertainty function step / (1 + decay n) (Pelanek 2016, eq. 3). */
function moveWhole(
	{ parameters }: Model,
	{ whole }: Draft,
	surprise: number,
	weight: number
): void {
	const { step, decay } = parameters.ability;
	whole.ability += (step / (1 + decay * whole.evidence)) * surprise;
	whole.evidence += weight;
	whole.recentFast = OVERALL_FAST * whole.recentFast + (1 - OVERALL_FAST) * surprise;
	whole.recentSlow = OVERALL_SLOW * whole.recentSlow + (1 - OVERALL_SLOW) * surprise;
}
