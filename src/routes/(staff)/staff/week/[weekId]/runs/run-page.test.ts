import { expect, test } from 'vitest';
import { levelWords } from '#lib/ui/patterns/week/run-words.ts';
import type { RunCounts } from '#lib/ui/patterns/week/run-view.ts';
import { lostAfterMs } from '#lib/server/modules/organiser/index.ts';
import { isInterrupted, levelViews } from './run-page.ts';

const levels = (complete: number, entitlement: number) => [
	complete,
	entitlement,
	...Array(9).fill(0)
];

test('a level is drawn from the first week to what is kept now; one that never missed anything is not', () => {
	const [complete, entitlement] = levelViews({
		curve: [
			{ moves: 0, levels: levels(0, 100) },
			{ moves: 25, levels: levels(0, 50) },
			{ moves: 100, levels: levels(0, 50) }
		],
		levels: levels(0, 0)
	});
	expect(complete?.drawing).toBeNull();
	expect(entitlement).toMatchObject({
		key: 'entitlement',
		first: 100,
		now: 0,
		drawing: { line: 'M0 4.5H60V19H120V19V33.5', x: 120, y: 33.5 }
	});
});

test('before the first look there is nothing to draw, and nothing breaks', () => {
	expect(levelViews({ curve: null, levels: null })[0]).toEqual({
		key: 'complete',
		first: 0,
		now: 0,
		drawing: null
	});
});

const counts: RunCounts = {
	choices: [
		{ asked: 40, given: 38 },
		{ asked: 30, given: 30 },
		{ asked: 0, given: 0 },
		{ asked: 4, given: 1 }
	],
	noneOfThree: 3,
	needs: { all: 31, unmet: 1 },
	company: 2,
	continuity: 0,
	singleDays: 0,
	longRuns: 0,
	moves: 0,
	uncovered: 26,
	habitsBroken: 1
};

test('what came of a run is said in counts of wishes and people, never in points', () => {
	expect(levelWords('worst-off', 1_112, counts)).toBe('3 learners have none of their first three');
	expect(levelWords('worst-off', 90, { ...counts, noneOfThree: 0 })).toBe(
		'Everyone who wished has one of their first three'
	);
	expect(levelWords('first-choices', 2, counts)).toBe('38 of 40 given');
	expect(levelWords('third-choices', 0, counts)).toBe('Nobody has one');
	expect(levelWords('needs', 8, counts)).toBe('1 of 31 needs waits');
	expect(levelWords('groups', 20, counts)).toBe('2 wished pairs are not together');
	expect(levelWords('comfort', 12, counts)).toBe('Some days could be calmer');
	expect(levelWords('stability', 313, counts)).toBe(
		'26 sessions nobody else could take over · 1 seat other than last week'
	);
});

test('while a run looks, nothing is counted that is not known yet', () => {
	expect(levelWords('worst-off', 1_112, null)).toBe('Some fall short of what they could have');
	expect(levelWords('first-choices', 2, null)).toBe('2 not given');
	expect(levelWords('stability', 0, null)).toBe('All as last week');
});

test('a run is interrupted when nobody has said for a while that it is alive', () => {
	const now = new Date('2026-12-01T09:00:00Z');
	const at = (ago: number) => new Date(now.getTime() - ago);
	const run = (state: 'running' | 'waiting' | 'done', ago: number | null) =>
		isInterrupted({ state, heartbeatAt: ago === null ? null : at(ago) }, now);
	expect([run('running', lostAfterMs), run('running', lostAfterMs + 1)]).toEqual([false, true]);
	expect([run('running', null), run('waiting', null), run('done', 60_000)]).toEqual([
		true,
		false,
		false
	]);
});
