import { expect, test } from 'vitest';
import { addDays, isSchoolDay, type SchoolDay } from '../../platform/clock/index.ts';
import { ageBandOf, ageOn } from './age-band.ts';

const day = (text: string): SchoolDay => {
	if (!isSchoolDay(text)) throw new RangeError(text);
	return text;
};

test('a birthday counts from the day itself', () => {
	const born = day('2018-11-25');
	expect(ageOn(born, addDays(day('2026-11-25'), -1))).toBe(7);
	expect(ageOn(born, day('2026-11-25'))).toBe(8);
});

test('the band follows override, then age, then grade', () => {
	const today = day('2026-11-25');
	const facts = { override: null, birthDate: day('2019-02-01'), grade: '09' };
	expect(ageBandOf(facts, today)).toBe('5-7');
	expect(ageBandOf({ ...facts, override: '8-11' }, today)).toBe('8-11');
	expect(ageBandOf({ ...facts, birthDate: null }, today)).toBe('12-18');
	expect(ageBandOf({ ...facts, birthDate: null, grade: 'KG' }, today)).toBe('5-7');
	expect(ageBandOf({ override: null, birthDate: null, grade: null }, today)).toBe('12-18');
});
