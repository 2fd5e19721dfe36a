import { expect, test } from 'vitest';
import { addDays, schoolDay } from '#lib/server/platform/clock/index.ts';
import { matterOf, mattersMost } from './matter.ts';

const now = new Date('2026-05-12T02:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const today = schoolDay(now, 'UTC');
const plan = { inForce: 1, waitForAdult: 0, waitForLearner: 0, reviewOn: null };

test('who waits for an answer comes before everything else', () => {
	const waiting = { ...plan, waitForAdult: 2, reviewOn: today };
	expect(matterOf({ plan: waiting, lastAt: null, now })).toEqual({
		kind: 'waits-for-you',
		count: 2
	});
});

test('a review within a week comes next; a later one does not show', () => {
	const due = (days: number) => ({ ...plan, reviewOn: addDays(today, days) });
	expect(matterOf({ plan: due(7), lastAt: ago(0), now })?.kind).toBe('review-due');
	expect(matterOf({ plan: due(8), lastAt: ago(0), now })).toBeNull();
});

test('eight days without a word is quiet; so is never', () => {
	expect(matterOf({ plan, lastAt: ago(7), now })).toBeNull();
	expect(matterOf({ plan, lastAt: ago(8), now })).toEqual({ kind: 'quiet', days: 8 });
	expect(matterOf({ plan, lastAt: null, now })).toEqual({ kind: 'quiet', days: null });
});

test('without a goal, unless one waits for the learner', () => {
	const none = { ...plan, inForce: 0 };
	expect(matterOf({ plan: undefined, lastAt: ago(1), now })).toEqual({ kind: 'no-goal' });
	expect(matterOf({ plan: none, lastAt: ago(1), now })).toEqual({ kind: 'no-goal' });
	expect(matterOf({ plan: { ...none, waitForLearner: 1 }, lastAt: ago(1), now })).toEqual({
		kind: 'waits-for-learner'
	});
});

test('the heading counts what matters most to anyone', () => {
	const quiet = { matter: { kind: 'quiet', days: 9 } } as const;
	const waits = { matter: { kind: 'waits-for-you', count: 1 } } as const;
	expect(mattersMost([quiet, waits, waits])).toEqual({ kind: 'waits-for-you', count: 2 });
	expect(mattersMost([quiet, { matter: null }])).toEqual({ kind: 'quiet', count: 1 });
	expect(mattersMost([{ matter: { kind: 'no-goal' } }, { matter: null }])).toEqual({
		kind: 'no-goal',
		count: 1
	});
	expect(mattersMost([{ matter: null }])).toEqual({ kind: 'all-well', count: 1 });
});
