import { expect, test } from 'vitest';
import { createRandom } from '../../kernel/index.ts';
import { createChain } from './chain.ts';
import { scoreEnrolment } from './check.ts';
import { makeFeasible } from './feasible.ts';
import type { Rows } from '../instance.ts';
import { buildEnrolment, SLOTS, type Enrolment } from './instance.ts';
import { parseEnrolment } from './parse.ts';
import { walkOnce } from './relaxed-moves.ts';
import { createRelaxed } from './relaxed.ts';
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

/** Clashes and pairs out of order, counted afresh; soft cost is the checker's. */
function recount(enrolment: Enrolment, slotOf: Int32Array) {
	const { events, before, studentsOf } = enrolment;
	const row = (rows: Rows, i: number) => [...rows.items.subarray(rows.start[i], rows.start[i + 1])];
	let [clashes, disorder] = [0, 0];
	for (let e = 0; e < events; e++) {
		disorder += row(before, e).filter((f) => (slotOf[f] ?? 0) >= (slotOf[e] ?? 0)).length;
		for (let f = 0; f < e; f++) {
			if (slotOf[e] !== slotOf[f] || enrolment.conflictMatrix[e * events + f] !== 1) continue;
			const mine = row(studentsOf, e);
			clashes += Math.max(1, row(studentsOf, f).filter((s) => mine.includes(s)).length);
		}
	}
	return { clashes, disorder };
}

/** Rooms are never shared and always suit, whatever the walk does. */
function roomsAreKept(enrolment: Enrolment, slotOf: Int32Array, roomOf: Int32Array): boolean {
	const cells = Array.from(slotOf, (slot, e) => slot * enrolment.rooms + (roomOf[e] ?? 0));
	const suits = Array.from(roomOf, (room, e) => ((enrolment.roomMask[e] ?? 0) >> room) & 1);
	return new Set(cells).size === cells.length && suits.every((fits) => fits === 1);
}

test('after every move the counted costs equal the recomputed ones, through clashes and disorder', () => {
	const enrolment = randomEnrolment(5, 150, 30);
	const table = createTimetable(enrolment);
	const random = createRandom(1);
	makeFeasible(table, random, createChain(enrolment), () => true);
	const relaxed = createRelaxed(table);
	const climate = { temperature: 10, clashWeight: 4, orderWeight: 5 };
	const seen = { clashes: 0, disorder: 0 };
	let changed = 0;
	for (let i = 0; i < 40_000; i++) {
		if (!walkOnce(relaxed, random, climate) || ++changed % 20 !== 0) continue;
		const { soft } = scoreEnrolment(enrolment, { slots: relaxed.slotOf, rooms: relaxed.roomOf });
		const { clashes, disorder } = relaxed;
		expect({ soft: relaxed.soft, clashes, disorder }).toEqual({
			soft,
			...recount(enrolment, relaxed.slotOf)
		});
		expect(roomsAreKept(enrolment, relaxed.slotOf, relaxed.roomOf)).toBe(true);
		seen.clashes += clashes;
		seen.disorder += disorder;
	}
	expect(changed).toBeGreaterThan(1000);
	expect(Math.min(seen.clashes, seen.disorder)).toBeGreaterThan(0);
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
