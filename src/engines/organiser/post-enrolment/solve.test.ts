import { expect, test } from 'vitest';
import { createRandom } from '../../kernel/index.ts';
import { createChain } from './chain.ts';
import { scoreEnrolment } from './check.ts';
import { makeFeasible } from './feasible.ts';
import { improveOnce } from './improve.ts';
import { buildEnrolment, SLOTS } from './instance.ts';
import { parseEnrolment } from './parse.ts';
import { solveEnrolment } from './solve.ts';
import { randomEnrolment } from './testing.ts';
import { createTimetable } from './timetable.ts';

const moves = (count: number) => ({ seed: 3, spent: (done: number) => done / count });

test('every event gets a place and no rule breaks', () => {
	for (const seed of [1, 2, 3]) {
		const enrolment = randomEnrolment(seed);
		const result = solveEnrolment(enrolment, moves(100_000));
		const { violations, distance, soft } = scoreEnrolment(enrolment, result);
		expect([violations, distance, soft]).toEqual([0, 0, result.soft]);
	}
});

test('the same seed and number of moves give the same timetable', () => {
	const enrolment = randomEnrolment(4);
	expect(solveEnrolment(enrolment, moves(50_000))).toEqual(
		solveEnrolment(enrolment, moves(50_000))
	);
});

test('after every accepted move the counted cost equals the recomputed one', () => {
	const enrolment = randomEnrolment(5);
	const table = createTimetable(enrolment);
	const random = createRandom(1);
	const chain = createChain(enrolment);
	makeFeasible(table, random, chain, () => true);
	let changed = 0;
	for (let i = 0; i < 20_000; i++) {
		if (!improveOnce(table, random, chain, { temperature: 20, distanceWeight: 0.5 })) continue;
		if (++changed % 20 !== 0) continue;
		const seen = scoreEnrolment(enrolment, { slots: table.slotOf, rooms: table.roomOf });
		expect(seen).toEqual({ violations: 0, distance: table.distance, soft: table.soft });
	}
	expect(changed).toBeGreaterThan(1000);
});

/** Two events, one room, one student who takes both, no features. */
const tinyText = (precedence: string) =>
	['2 1 0 1', '5', '1 1', ...Array<string>(2 * SLOTS).fill('1'), precedence].join(' ');

test('the text of an instance is read, and a cut one refused', () => {
	const parsed = parseEnrolment(tinyText('0 1 -1 0'));
	expect(parsed.ok && [...parsed.enrolment.before.items]).toEqual([0]);
	expect(parseEnrolment('2 1 0 1 5 1')).toEqual({ ok: false, code: 'organiser.not-an-instance' });
	expect(parseEnrolment('no numbers')).toEqual({ ok: false, code: 'organiser.not-an-instance' });
});

test('soft cost: last slot of a day, third in a row, single event of a day', () => {
	const events = 6;
	const enrolment = buildEnrolment({
		capacities: [1],
		attends: new Uint8Array(events).fill(1),
		roomFeatures: new Uint8Array(),
		eventFeatures: new Uint8Array(),
		allowed: new Uint8Array(events * SLOTS).fill(1),
		precedence: new Int8Array(events * events),
		events,
		features: 0,
		students: 1
	});
	// Day 0: four in a row ending in the last slot = 2 + 1. Day 1: one alone. One is unplaced.
	const plan = { slots: [5, 6, 7, 8, 9, -1], rooms: [0, 0, 0, 0, 0, -1] };
	expect(scoreEnrolment(enrolment, plan)).toEqual({ violations: 0, distance: 1, soft: 4 });
	expect(scoreEnrolment(enrolment, { ...plan, slots: [5, 5, 7, 8, 9, -1] }).violations).toBe(1);
});
