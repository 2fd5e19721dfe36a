import { expect, test } from 'vitest';
import { newUuid, type PersonId } from '../../platform/ids.ts';
import type { ProposalId } from './plans.tables.ts';
import { canTakeBack, takeBackWithin, type Answered } from './take-back.ts';

const now = new Date('2026-05-12T02:00:00Z');
const actor = { personId: newUuid<PersonId>(now) };
const proposalId = newUuid<ProposalId>(now);
const agreed: Answered = {
	proposalId,
	state: 'agreed',
	baseVersion: 3,
	answeredAt: now,
	isTalkedAbout: false
};
const after = { actor, open: null, version: 4, now };
const own = { authorId: actor.personId, state: 'open' as const, counters: proposalId };

test('a yes goes back while its version is the newest and nothing waits', () => {
	expect(canTakeBack(agreed, after)).toBe(true);
	expect(canTakeBack(agreed, { ...after, version: 5 })).toBe(false);
	expect(canTakeBack(agreed, { ...after, open: own })).toBe(false);
	expect(canTakeBack({ ...agreed, isTalkedAbout: true }, after)).toBe(false);
});

test('a no goes back while the goal stands as it stood', () => {
	const declined = { ...agreed, state: 'declined' as const };
	expect(canTakeBack(declined, { ...after, version: 3 })).toBe(true);
	expect(canTakeBack(declined, after)).toBe(false);
});

test('a counter-proposal goes back while it is one’s own and nobody answered it', () => {
	const countered = { ...agreed, state: 'countered' as const };
	const open = { ...after, version: 3, open: own };
	expect(canTakeBack(countered, open)).toBe(true);
	expect(canTakeBack(countered, { ...open, open: null })).toBe(false);
	expect(canTakeBack(countered, { ...open, open: { ...own, state: 'asked' } })).toBe(false);
	const foreign = { ...own, authorId: newUuid<PersonId>(now) };
	expect(canTakeBack(countered, { ...open, open: foreign })).toBe(false);
});

test('only for a few minutes, and only what was answered', () => {
	const later = new Date(now.getTime() + takeBackWithin);
	expect(canTakeBack(agreed, { ...after, now: later })).toBe(true);
	expect(canTakeBack(agreed, { ...after, now: new Date(later.getTime() + 1) })).toBe(false);
	expect(canTakeBack({ ...agreed, state: 'withdrawn' }, after)).toBe(false);
	expect(canTakeBack({ ...agreed, answeredAt: null }, after)).toBe(false);
});
