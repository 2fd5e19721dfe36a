import { C } from './state.ts';
import { worstOffCost } from './criteria.ts';
import { NONE } from './instance.ts';
import { choiceCriterion, LEVEL_OF, type State } from './state.ts';

const priceOf = (state: State, criterion: number): number =>
	(state.instance.weights[criterion] ?? 0) * (state.scale[LEVEL_OF[criterion] ?? 0] ?? 0);

/** What a seat for this unseated option would gain at the levels of goals, in search cost. */
export function worth(state: State, option: number, minutes: number): number {
	const { instance } = state;
	let gain = (instance.optionMust[option] ?? 0) * priceOf(state, C.mustsMissed);
	const { start, items } = instance.optionNeeds;
	for (let i = start[option] ?? 0; i < (start[option + 1] ?? 0); i++) {
		const need = items[i] ?? 0;
		if (state.needCover[need] === 0)
			gain += (instance.needWeight[need] ?? 0) * priceOf(state, C.needsUnmet);
	}
	const owed = instance.optionOwed[option] ?? NONE;
	if (owed !== NONE) {
		const left = Math.max(0, (instance.owedMinutes[owed] ?? 0) - (state.owedGiven[owed] ?? 0));
		gain += Math.min(left, minutes) * priceOf(state, C.minutesMissing);
	}
	return gain + worthOfWish(state, option);
}

function worthOfWish(state: State, option: number): number {
	const { instance } = state;
	const rank = instance.optionRank[option] ?? 0;
	if (rank === 0) return 0;
	const learner = instance.optionLearner[option] ?? 0;
	const [most, got, credit] = [
		instance.alone[learner] ?? 0,
		state.got[learner] ?? 0,
		instance.credit[learner] ?? 0
	];
	const after = got + (instance.optionPoints[option] ?? 0);
	const lifted = worstOffCost(most, got, credit) - worstOffCost(most, after, credit);
	return priceOf(state, choiceCriterion(rank)) + lifted * priceOf(state, C.worstOff);
}
