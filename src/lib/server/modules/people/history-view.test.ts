import { expect, test } from 'vitest';
import { newUuid, type PersonId } from '../../platform/ids.ts';
import { foldChanges, groupOpened, historyActions } from './history-view.ts';

const at = new Date('2026-11-25T00:00:00Z');
const [rewi, jess] = [newUuid<PersonId>(at), newUuid<PersonId>(at)];

test('TP6 one line for an adult, whoever looked last first', () => {
	const row = (adultId: PersonId, what: string, day: string) => ({
		adultId,
		called: 'A',
		what,
		day
	});
	const opened = groupOpened([
		row(jess, 'plan', '2026-11-25'),
		row(rewi, 'map', '2026-11-24'),
		row(jess, 'work', '2026-11-23'),
		row(jess, 'plan', '2026-11-22')
	]);
	expect(opened).toMatchObject([
		{ adultId: jess, what: ['plan', 'work'], day: '2026-11-25' },
		{ adultId: rewi, what: ['map'], day: '2026-11-24' }
	]);
});

test('the same again on the same day is counted; what is not told is left out', () => {
	const did = (actorId: PersonId | null, action: string) => ({
		decisionId: newUuid(at),
		actorId,
		action,
		at
	});
	const day = () => '2026-11-25';
	const decisions = [
		did(rewi, 'evidence.record-response'),
		did(rewi, 'evidence.record-response'),
		did(jess, 'evidence.record-response'),
		did(jess, 'conversations.report-message'),
		did(null, 'plans.draft-plan')
	];
	const told = foldChanges(decisions, historyActions(true), day);
	expect(told.map(({ actorId, action, times }) => [actorId, action, times])).toEqual([
		[rewi, 'evidence.record-response', 2],
		[jess, 'evidence.record-response', 1],
		[null, 'plans.draft-plan', 1]
	]);
});

test('family is not told of work and profile, which may be the learner’s alone', () => {
	const family = historyActions(false);
	expect(family.filter((action) => /^portfolio|profile/.test(action))).toEqual([]);
	expect(historyActions(true)).toContain('portfolio.add-work');
});
