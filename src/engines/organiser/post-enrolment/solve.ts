import { createRandom, type Random } from '../../kernel/index.ts';
import { createChain, type Chain } from './chain.ts';
import type { EnrolmentPlan } from './check.ts';
import { makeFeasible } from './feasible.ts';
import { improveOnce } from './improve.ts';
import type { Enrolment } from './instance.ts';
import { createTimetable, load, save, type Saved, type Timetable } from './timetable.ts';

export interface EnrolmentOptions {
	readonly seed: number;
	/** Share of the budget used after so many moves, 0 .. 1; a clock or a count. */
	readonly spent: (moves: number) => number;
	readonly hottest?: number;
	readonly coldest?: number;
	readonly rounds?: readonly Round[];
}

/** A round of annealing: from when (share of what is left after feasibility) and how hot. */
export interface Round {
	readonly from: number;
	readonly heat: number;
	/** Start from the best timetable rather than from where the walk is. */
	readonly fromBest: boolean;
}

export interface EnrolmentResult extends EnrolmentPlan {
	readonly soft: number;
	readonly unplaced: number;
	readonly moves: number;
}

/** What a student of an unplaced event costs beside soft cost while annealing. */
const DISTANCE_WEIGHT = 2;
const STRIDE = 1024;
const HOTTEST = 10;
const COLDEST = 0.5;

const ROUNDS: readonly Round[] = [
	{ from: 0, heat: 1, fromBest: false },
	{ from: 0.5, heat: 0.35, fromBest: true },
	{ from: 0.7, heat: 0.35, fromBest: true },
	{ from: 0.85, heat: 0.35, fromBest: true }
];

/**
 * Solves post-enrolment course timetabling: tabu ejection until every event has a place, then
 * annealing over transfers, swaps and Kempe chains, with reheats from the best timetable.
 * Deterministic for a given seed and `spent`; ends early at cost 0.
 */
export function solveEnrolment(enrolment: Enrolment, options: EnrolmentOptions): EnrolmentResult {
	const table = createTimetable(enrolment);
	const random = createRandom(options.seed);
	const chain = createChain(enrolment);
	let rounds = 0;
	makeFeasible(table, random, chain, () => options.spent((rounds += 64)) < 1);
	const moves = table.unplaced > 0 ? rounds : improve(table, random, chain, options, rounds);
	return {
		slots: table.slotOf,
		rooms: table.roomOf,
		soft: table.soft,
		unplaced: table.unplaced,
		moves
	};
}

function improve(
	table: Timetable,
	random: Random,
	chain: Chain,
	options: EnrolmentOptions,
	before: number
): number {
	const rounds = options.rounds ?? ROUNDS;
	const [hottest, coldest] = [options.hottest ?? HOTTEST, options.coldest ?? COLDEST];
	let best: Saved = save(table);
	let least = table.soft;
	const climate = { temperature: hottest, distanceWeight: DISTANCE_WEIGHT };
	let [moves, round] = [before, 0];
	const start = options.spent(moves);
	for (;;) {
		const spent = options.spent(moves);
		if (spent >= 1 || least === 0) break;
		const share = (spent - start) / (1 - start);
		const next = roundAt(rounds, share);
		if (next !== round && rounds[next]?.fromBest) load(table, best);
		round = next;
		climate.temperature = temperatureAt(rounds, round, share, hottest, coldest);
		for (let i = 0; i < STRIDE; i++) {
			if (!improveOnce(table, random, chain, climate)) continue;
			if (table.unplaced > 0 || table.soft >= least) continue;
			least = table.soft;
			best = save(table);
		}
		moves += STRIDE;
	}
	load(table, best);
	return moves;
}

function roundAt(rounds: readonly Round[], share: number): number {
	let round = 0;
	while (round + 1 < rounds.length && share >= (rounds[round + 1]?.from ?? 1)) round++;
	return round;
}

function temperatureAt(
	rounds: readonly Round[],
	round: number,
	share: number,
	hottest: number,
	coldest: number
): number {
	const from = rounds[round]?.from ?? 0;
	const to = rounds[round + 1]?.from ?? 1;
	const hot = hottest * (rounds[round]?.heat ?? 1);
	return hot * (coldest / hot) ** Math.min(1, (share - from) / (to - from));
}
