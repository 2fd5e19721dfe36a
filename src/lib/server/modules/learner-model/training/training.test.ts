import { expect, test } from 'vitest';
import type { LearnerEvent } from '#engines/learner-model/index.ts';
import { toId, type PersonId } from '../../../platform/ids.ts';
import {
	answersOf,
	isBetter,
	isEnough,
	isJudge,
	isWorthTraining,
	withinReach
} from './training.ts';

const id = (n: number) => toId<PersonId>(`01900000-0000-7000-8000-${String(n).padStart(12, '0')}`);

test('about one learner in five judges, and always the same ones', () => {
	const judges = Array.from({ length: 2_000 }, (_, n) => id(n * 7919)).filter(isJudge);
	expect(judges.length).toBeGreaterThan(320);
	expect(judges.length).toBeLessThan(480);
	expect(judges.every(isJudge)).toBe(true);
});

test('what was withdrawn, seen by an adult or said by oneself is not learnt from', () => {
	const response = (key: string, correct: boolean): LearnerEvent => ({
		kind: 'response',
		id: key,
		item: `i-${key}`,
		skills: ['s'],
		correct,
		at: 5
	});
	const log: readonly LearnerEvent[] = [
		response('a', true),
		response('b', false),
		{ kind: 'observation', id: 'c', skills: ['s'], shown: 1 },
		{ kind: 'self-assessment', id: 'd', skills: ['s'], level: 1 },
		{ kind: 'withdrawal', id: 'e', withdraws: 'b' }
	];
	expect(answersOf(log)).toEqual([{ item: 'i-a', skills: ['s'], correct: true, at: 5 }]);
});

test('training waits for enough answers, and then for a quarter more', () => {
	const size = { events: 2_000, answers: 1_000, learners: 25 };
	expect(isEnough(size)).toBe(true);
	expect(isEnough({ ...size, learners: 24 })).toBe(false);
	expect(isEnough({ ...size, answers: 999 })).toBe(false);
	expect(isWorthTraining(size, null)).toBe(true);
	expect(isWorthTraining(size, 800)).toBe(true);
	expect(isWorthTraining(size, 801)).toBe(false);
});

test('the latest learners are read until there are answers enough, but always one', () => {
	const learners = [10, 20, 30].map((answers, n) => ({ learnerId: id(n), answers }));
	expect(withinReach(learners, 35)).toEqual([id(0), id(1)]);
	expect(withinReach(learners, 5)).toEqual([id(0)]);
});

test('a new model must beat the shipped one and the one in use', () => {
	expect(isBetter({ shipped: 0.6, current: 0.55, candidate: 0.54 })).toBe(true);
	expect(isBetter({ shipped: 0.6, current: 0.55, candidate: 0.56 })).toBe(false);
	expect(isBetter({ shipped: 0.5, current: 0.55, candidate: 0.52 })).toBe(false);
	expect(isBetter({ shipped: 0.6, current: 0.6, candidate: Number.NaN })).toBe(false);
});
