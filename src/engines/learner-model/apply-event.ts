import { toProbability } from '../kernel/index.ts';
import type { Judgement, LearnerEvent, Response, SelfAssessment } from './event.ts';
import { easinessOf } from './features.ts';
import { nextItemRecord } from './item-record.ts';
import type { Model } from './model.ts';
import { questionOf, type Question } from './question.ts';
import { recordEvidence } from './skill-record.ts';
import { slotFor, type Draft } from './state.ts';

const OVERALL_FAST = 0.8;
const OVERALL_MIDDLE = 0.9;
const OVERALL_SLOW = 0.97;
const ACCURACY = 0.95;

/** Folds one checked event into the draft. A withdrawal is `replay`'s business and does nothing here. */
export function applyEvent(model: Model, draft: Draft, event: LearnerEvent): void {
	if (event.kind === 'self-assessment') applyOwnBelief(draft, event);
	else if (event.kind === 'response') applyResponse(model, draft, event);
	else if (event.kind !== 'withdrawal') applyEvidence(model, draft, event, event.shown, true);
}

function applyOwnBelief(draft: Draft, { skills, level, at }: SelfAssessment): void {
	for (const skill of skills) draft.own.set(skill, { level, at });
}

/** Folds one answer. */
export function applyResponse(model: Model, draft: Draft, event: Response): void {
	const before = draft.items.get(event.item);
	applyEvidence(model, draft, event, event.correct ? 1 : 0, before === undefined);
	draft.items.set(event.item, nextItemRecord(before, event.correct, event.at));
	rememberLast(draft, event);
}

function rememberLast({ whole }: Draft, { item, skills, correct, at }: Response): void {
	whole.last = [correct ? 1 : -1, whole.last[0], whole.last[1]];
	whole.lastItem = item;
	whole.lastSkill = skills[0] ?? '';
	if (at !== undefined) whole.lastAt = at;
}

function applyEvidence(
	model: Model,
	draft: Draft,
	event: Response | Judgement,
	outcome: number,
	fresh: boolean
): void {
	const question = questionOf(model, draft, event.kind === 'response' ? event : about(event));
	const easiness = easinessOf(model, question);
	const weight = event.weight ?? 1;
	const byDifficulty = toProbability(easiness);
	const seen = { outcome, expected: byDifficulty, weight, fresh, at: event.at };
	for (const name of question.names) {
		// The slot first: making one may replace the words by a longer array.
		const slot = slotFor(draft, name);
		recordEvidence(draft.words, slot, seen);
	}
	const surprise = outcome - toProbability(easiness + draft.whole.ability);
	remember(model, draft, question, surprise * weight);
	moveWhole(model, draft, outcome, surprise, weight);
}

const about = ({ skills, at }: Judgement) => ({ skills, at });

/** memory = kept x memory + gain x residual x (mean of the skills' rows + the item's row). */
function remember(model: Model, { memory }: Draft, question: Question, residual: number): void {
	for (let i = 0; i < memory.length; i++) memory[i] = (memory[i] ?? 0) * (model.kept[i] ?? 0);
	const share = residual / (question.skills.length || 1);
	for (const skill of question.skills) if (skill >= 0) addRow(model, memory, skill, share);
	if (question.item >= 0) addRow(model, memory, model.skills.size + question.item, residual);
}

function addRow({ leaves, gains }: Model, memory: Float64Array, row: number, amount: number): void {
	const start = row * memory.length;
	for (let i = 0; i < memory.length; i++)
		memory[i] = (memory[i] ?? 0) + amount * (gains[i] ?? 0) * (leaves[start + i] ?? 0);
}

/** Elo update with the uncertainty function step / (1 + decay n) (Pelanek 2016, eq. 3), and means. */
function moveWhole(
	{ parameters }: Model,
	{ whole }: Draft,
	outcome: number,
	surprise: number,
	weight: number
): void {
	const { step, decay } = parameters.easiness;
	whole.ability += (step / (1 + decay * whole.evidence)) * surprise * weight;
	whole.evidence += weight;
	whole.fast += (1 - OVERALL_FAST) * weight * (surprise - whole.fast);
	whole.middle += (1 - OVERALL_MIDDLE) * weight * (surprise - whole.middle);
	whole.slow += (1 - OVERALL_SLOW) * weight * (surprise - whole.slow);
	whole.accuracy += (1 - ACCURACY) * weight * (outcome - whole.accuracy);
}
