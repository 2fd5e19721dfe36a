import type { Probability } from '../kernel/index.ts';
import { applyEvent } from './apply-event.ts';
import { belief, type Belief, type SkillState } from './belief.ts';
import type { Model } from './model.ts';
import { copyState, type State } from './state.ts';

/** One way the shown word would change. */
export interface Change {
	/** What would have to happen: so many right or wrong answers to new items, or so many days. */
	readonly by: 'right-answers' | 'wrong-answers' | 'days';
	readonly count: number;
	readonly state: SkillState;
	readonly probability: Probability;
}

const MOST_ANSWERS = 8;
const MOST_DAYS = 180;

/**
 * The nearest changes of the word for a skill: the fewest right answers, wrong answers and days
 * without practice that alter it (each absent when none within 8 answers or 180 days does).
 */
export function whatWouldChange(
	model: Model,
	state: State,
	skill: string,
	at?: number
): readonly Change[] {
	const shown = belief(model, state, skill, at).state;
	const byRight = firstChange(shown, 'right-answers', answered(model, state, skill, true, at));
	const byWrong = firstChange(shown, 'wrong-answers', answered(model, state, skill, false, at));
	const byDays = firstChange(shown, 'days', waited(model, state, skill, at));
	return [byRight, byWrong, byDays].filter((change) => change !== undefined);
}

function firstChange(
	shown: SkillState,
	by: Change['by'],
	future: Iterable<Belief>
): Change | undefined {
	let count = 0;
	for (const { state, now } of future) {
		count += 1;
		if (state !== shown) return { by, count, state, probability: now.probability };
	}
	return undefined;
}

/** Beliefs after one, two, … such answers, each to an item the learner has not met. */
function* answered(
	model: Model,
	state: State,
	skill: string,
	correct: boolean,
	at: number | undefined
): Generator<Belief> {
	const draft = copyState(state);
	for (let n = 1; n <= MOST_ANSWERS; n++) {
		const item = `\u0000imagined-${n}`;
		applyEvent(model, draft, { kind: 'response', id: item, item, skills: [skill], correct, at });
		yield belief(model, draft, skill, at);
	}
}

function* waited(
	model: Model,
	state: State,
	skill: string,
	at: number | undefined
): Generator<Belief> {
	if (at === undefined) return;
	for (let day = 1; day <= MOST_DAYS; day++) yield belief(model, state, skill, at + day * 86_400);
}
