import { expect, test } from 'vitest';
import { challengeWishes, firstState, nextState, type ChallengeState } from './challenge.ts';

test('a challenge waits for an answer, except agreeing to disagree', () => {
	expect(challengeWishes.map(firstState)).toEqual(['open', 'open', 'open', 'kept']);
});

test('an answered challenge moves no further, but a kept one may still be agreed', () => {
	const states: readonly ChallengeState[] = ['open', 'tested', 'agreed', 'kept'];
	expect(states.map((state) => nextState(state, 'agree'))).toEqual([
		'agreed',
		undefined,
		undefined,
		'agreed'
	]);
	expect(states.map((state) => nextState(state, 'keep'))).toEqual([
		'kept',
		undefined,
		undefined,
		undefined
	]);
});

test('an answer can be taken back, whatever it was; a check cannot', () => {
	const states: readonly ChallengeState[] = ['open', 'tested', 'agreed', 'kept'];
	expect(states.map((state) => nextState(state, 'take-back'))).toEqual([
		undefined,
		undefined,
		'open',
		'open'
	]);
});
