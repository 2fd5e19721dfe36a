import { expect, test } from 'vitest';
import { rungs } from '../agency/index.ts';
import { waitsFor } from './step.ts';

test('a step waits for the other side below rung 3, and for nobody where its side decides', () => {
	expect(rungs.map((rung) => waitsFor({ side: 'learner', rung }))).toEqual([
		'adult',
		'adult',
		'adult',
		null,
		null
	]);
	expect(rungs.map((rung) => waitsFor({ side: 'adult', rung }))).toEqual([
		null,
		'learner',
		'learner',
		'learner',
		'learner'
	]);
});

test('a pick from an adult’s offer starts at once at rung 1 alone', () => {
	expect(rungs.map((rung) => waitsFor({ side: 'learner', rung, isOffer: true }))).toEqual([
		'adult',
		null,
		'adult',
		null,
		null
	]);
});

test('what a guardian must allow waits for an adult at every rung', () => {
	for (const rung of rungs) {
		expect(waitsFor({ side: 'learner', rung, needsGuardian: true, isOffer: true })).toBe('adult');
	}
});
