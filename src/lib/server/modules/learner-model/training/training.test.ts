import { expect, test } from 'vitest';
import type { LearnerEvent } from '#engines/learner-model/index.ts';
import { toId, type PersonId } from '../../../platform/ids.ts';
import type { EvidenceId } from '../../evidence/index.ts';
import {
	answersOf,
	groupOf,
	isBetter,
	isEnough,
	isJudge,
	isWorthTraining,
	logOf,
	mayGoOn,
	withinReach,
	withinReachGoingOn
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

test('training waits for enough answers, then for a quarter more, or a twentieth where it goes on', () => {
	const size = { events: 2_000, answers: 1_000, learners: 25 };
	expect(isEnough(size)).toBe(true);
	expect(isEnough({ ...size, learners: 24 })).toBe(false);
	expect(isEnough({ ...size, answers: 999 })).toBe(false);
	expect(isWorthTraining(size, null, 'afresh')).toBe(true);
	expect(isWorthTraining(size, 800, 'afresh')).toBe(true);
	expect(isWorthTraining(size, 801, 'afresh')).toBe(false);
	expect(isWorthTraining(size, 950, 'goingOn')).toBe(true);
	expect(isWorthTraining(size, 960, 'goingOn')).toBe(false);
});

test('a line of trainings begins afresh at twice the answers, or where many answers were withdrawn', () => {
	const base = { answers: 5_000, afreshAnswers: 4_000 };
	const size = { events: 9_000, answers: 7_999, learners: 25 };
	expect(mayGoOn(size, base, 0)).toBe(true);
	expect(mayGoOn({ ...size, answers: 8_000 }, base, 0)).toBe(false);
	expect(mayGoOn(size, base, 5)).toBe(true);
	expect(mayGoOn(size, base, 6)).toBe(false);
});

test('what was learnt from before is counted, without what was withdrawn since', () => {
	const key = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;
	const response = (n: number): LearnerEvent => ({
		kind: 'response',
		id: key(n),
		item: `i-${n}`,
		skills: ['s'],
		correct: true
	});
	const log = [response(1), response(2), response(3), response(4)];
	const withdrawal: LearnerEvent = { kind: 'withdrawal', id: key(5), withdraws: key(2) };
	const upTo = toId<EvidenceId>(key(3));
	const items = (events: readonly LearnerEvent[], until: EvidenceId | null) => {
		const { answers, learnt } = logOf(id(1), events, until);
		return { items: answers.map(({ item }) => item), learnt };
	};
	expect(items(log, null)).toEqual({ items: ['i-1', 'i-2', 'i-3', 'i-4'], learnt: 0 });
	expect(items(log, upTo)).toEqual({ items: ['i-1', 'i-2', 'i-3', 'i-4'], learnt: 3 });
	expect(items([...log, withdrawal], upTo)).toEqual({ items: ['i-1', 'i-3', 'i-4'], learnt: 2 });
});

test('learners fall into three groups of about the same size, whether they judge or not', () => {
	const all = Array.from({ length: 3_000 }, (_, n) => id(n * 7919)).filter((one) => !isJudge(one));
	for (const group of [0, 1, 2]) {
		const share = all.filter((one) => groupOf(one) === group).length / all.length;
		expect(share).toBeGreaterThan(0.28);
		expect(share).toBeLessThan(0.39);
	}
});

test('going on reads everyone with new answers, and the latest others', () => {
	const upTo = toId<EvidenceId>('01900000-0000-7000-8000-000000000005');
	const learner = (n: number, answers: number, last: number) => ({
		learnerId: id(n),
		answers,
		last: toId<EvidenceId>(`01900000-0000-7000-8000-00000000000${last}`)
	});
	const learners = [learner(1, 90_000, 9), learner(2, 90_000, 8), learner(3, 10, 4)];
	expect(withinReachGoingOn(learners, upTo)).toEqual([id(1), id(2)]);
	expect(withinReachGoingOn([learner(1, 10, 9), learner(2, 10, 4)], upTo)).toEqual([id(1), id(2)]);
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
