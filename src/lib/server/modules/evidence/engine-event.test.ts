import { expect, test } from 'vitest';
import { newUuid } from '../../platform/ids.ts';
import { toEngineEvent } from './engine-event.ts';
import type { EngineRow } from './evidence.store.ts';

const at = new Date('2026-03-02T09:00:00.900Z');
const seconds = 1_772_442_000;
const row: EngineRow = {
	event_id: newUuid(at),
	learner_id: newUuid(at),
	kind: 'response',
	at,
	outcome_ids: [newUuid(at)],
	weight: 0.5,
	item_id: newUuid(at),
	result: 'right',
	level: null,
	withdraws: null,
	author_id: null
};
const about = { id: row.event_id, at: seconds, skills: row.outcome_ids, weight: 0.5 };

test('an answer is right, or it is not; "I don’t know yet" is not', () => {
	const answer = { ...about, kind: 'response', item: row.item_id };
	expect(toEngineEvent(row)).toEqual({ ...answer, correct: true });
	expect(toEngineEvent({ ...row, result: 'wrong' })).toEqual({ ...answer, correct: false });
	expect(toEngineEvent({ ...row, result: 'dont-know-yet' })).toEqual({ ...answer, correct: false });
});

test('what people saw, what the learner says, and what is taken back', () => {
	const seen = { ...row, item_id: null, result: null, level: 0.75 };
	for (const kind of [
		'observation',
		'teacher-judgement',
		'artefact-judgement',
		'external-record'
	] as const) {
		expect(toEngineEvent({ ...seen, kind })).toEqual({ ...about, kind, shown: 0.75 });
	}
	expect(toEngineEvent({ ...seen, kind: 'self-assessment' })).toEqual({
		...about,
		kind: 'self-assessment',
		level: 0.75
	});
	const withdraws = newUuid<EngineRow['event_id']>(at);
	expect(toEngineEvent({ ...row, kind: 'withdrawal', withdraws })).toEqual({
		kind: 'withdrawal',
		id: row.event_id,
		at: seconds,
		withdraws
	});
});

test('a row without what its kind needs says nothing', () => {
	expect(toEngineEvent({ ...row, item_id: null })).toBeNull();
	expect(toEngineEvent({ ...row, kind: 'observation' })).toBeNull();
	expect(toEngineEvent({ ...row, kind: 'self-assessment' })).toBeNull();
	expect(toEngineEvent({ ...row, kind: 'withdrawal' })).toBeNull();
});
