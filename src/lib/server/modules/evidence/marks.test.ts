import * as v from 'valibot';
import { expect, test } from 'vitest';
import { newUuid } from '../../platform/ids.ts';
import { readMark, recordMarksInput } from './commands/record-marks.ts';
import { readRecorded } from './commands/take-back-marks.ts';
import { observationLevelOf, observationLevels } from './evidence.ts';

const key = () => newUuid(new Date('2026-03-02T09:00:00Z'));

test('a mark is a key, a learner, an outcome and a level; anything else is refused', () => {
	const [id, learnerId, outcomeId] = [key(), key(), key()];
	const text = `${id} ${learnerId} ${outcomeId} mostly`;
	expect(readMark(text)).toEqual({ id, learnerId, outcomeId, level: 'mostly' });
	for (const wrong of [`${text} x`, `${id} ${learnerId} mostly`, text.replace('mostly', '3'), '']) {
		expect(readMark(wrong)).toBeNull();
		expect(v.safeParse(recordMarksInput, { 'marks[]': [wrong] }).success).toBe(false);
	}
	expect(v.safeParse(recordMarksInput, { 'marks[]': [] }).success).toBe(false);
});

test('what was recorded is named by learner and event', () => {
	const [learnerId, eventId] = [key(), key()];
	expect(readRecorded(`${learnerId} ${eventId}`)).toEqual({ learnerId, eventId });
	expect(readRecorded(learnerId)).toBeNull();
});

test('a stored level reads back as the tick it came from', () => {
	for (const [name, level] of Object.entries(observationLevels))
		expect(observationLevelOf(Math.fround(level))).toBe(name);
});
