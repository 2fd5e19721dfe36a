import { createRandom, type Random } from '../../kernel/index.ts';
import { createChain } from './chain.ts';
import type { EnrolmentPlan } from './check.ts';
import { makeFeasible } from './feasible.ts';
import type { Enrolment } from './instance.ts';
import { walkOnce, type Climate } from './relaxed-moves.ts';
import { createRelaxed, type Relaxed } from './relaxed.ts';
import { createTimetable } from './timetable.ts';

export interface EnrolmentOptions {
	readonly seed: number;
	/** Share of the budget used after so many moves, 0 .. 1; a clock or a count. */
	readonly spent: (moves: number) => number;
	readonly settings?: Partial<AnnealSettings>;
}

export interface AnnealSettings {
	/** First temperature, for events of one student; it grows with the square root of the students. */
	readonly hottest: number;
	/** Last temperature of the slow cooling, as a share of the first. */
	readonly coldest: number;
	/** Shares of the budget at which an annealing starts, each from the heat; the first is 0. */
	readonly rounds: readonly number[];
	/** What a clash costs beside soft cost, to begin with. */
	readonly clashWeight: number;
	/** What a pair out of order costs, in clashes. */
	readonly orderWeight: number;
	/** Share of a round after which violations that stay become dearer. */
	readonly strictFrom: number;
	/** How much dearer, per whole round, as a power of e. */
	readonly strictness: number;
}

export interface EnrolmentResult extends EnrolmentPlan {
	readonly soft: number;
	readonly unplaced: number;
	readonly moves: number;
}

/** One set for every instance; measured in `docs/reference/organiser.md`. */
const SETTINGS: AnnealSettings = {
	hottest: 2,
	coldest: 0.15,
	rounds: [0, 0.2, 0.4, 0.6, 0.8],
	clashWeight: 10,
	orderWeight: 1.25,
	strictFrom: 0.7,
	strictness: 20
};
/** Violations never cost more than this many times the weight they began with. */
const DEAREST = 6;
const STRIDE = 2048;

/**
 * Solves post-enrolment course timetabling: tabu ejection until every event has a place, then
 * annealing in which clashes and disorder are costs, in rounds that each start from the heat: runs
 * fall into good or bad basins. The best timetable without any violation is returned. Deterministic for a given
 * seed and `spent`; ends early at cost 0.
 */
export function solveEnrolment(enrolment: Enrolment, options: EnrolmentOptions): EnrolmentResult {
	const table = createTimetable(enrolment);
	const random = createRandom(options.seed);
	let rounds = 0;
	makeFeasible(table, random, createChain(enrolment), () => options.spent((rounds += 64)) < 1);
	if (table.unplaced > 0)
		return {
			slots: table.slotOf,
			rooms: table.roomOf,
			soft: table.soft,
			unplaced: table.unplaced,
			moves: rounds
		};
	return { ...anneal(createRelaxed(table), random, options, rounds), unplaced: 0 };
}

function anneal(relaxed: Relaxed, random: Random, options: EnrolmentOptions, before: number) {
	const settings = { ...SETTINGS, ...options.settings };
	const best = {
		soft: relaxed.soft,
		slots: relaxed.slotOf.slice(),
		rooms: relaxed.roomOf.slice()
	};
	const { events, studentsOf } = relaxed.enrolment;
	const hottest = settings.hottest * Math.sqrt(studentsOf.items.length / events);
	const climate: Climate = { temperature: hottest, clashWeight: 0, orderWeight: 0 };
	const start = options.spent(before);
	let [moves, last, valid] = [before, Infinity, true];
	for (;;) {
		const spent = options.spent(moves);
		if (spent >= 1 || best.soft === 0) break;
		const share = shareOfRound(settings.rounds, (spent - start) / (1 - start));
		climate.temperature = hottest * settings.coldest ** coolness(share);
		if (share < last) weigh(climate, settings, settings.clashWeight);
		else if (share > settings.strictFrom) tighten(climate, settings, share - last, valid);
		last = share;
		valid = walkOn(relaxed, random, climate, best);
		moves += STRIDE;
	}
	return { ...best, moves };
}

/** Where the slow cooling ends and the last, quick one begins. */
const QUENCH = 0.93;

/** How cool it is: 1 is the end of the slow cooling, 2 nearly frozen. */
const coolness = (share: number): number =>
	share < QUENCH ? share / QUENCH : 1 + (share - QUENCH) / (1 - QUENCH);

/** How much of the present round is over. */
function shareOfRound(rounds: readonly number[], share: number): number {
	const from = rounds.findLast((start) => start <= share) ?? 0;
	const to = rounds.find((start) => start > share) ?? 1;
	return (share - from) / (to - from);
}

function weigh(climate: Climate, settings: AnnealSettings, clashWeight: number): void {
	climate.clashWeight = clashWeight;
	climate.orderWeight = settings.orderWeight * clashWeight;
}

/** Violations become dearer as long as the walk is never without, and cheaper again when it is. */
function tighten(climate: Climate, settings: AnnealSettings, share: number, valid: boolean): void {
	const factor = Math.exp((valid ? -1 : 1) * settings.strictness * share);
	const { clashWeight } = settings;
	const dearer = Math.min(clashWeight * DEAREST, climate.clashWeight * factor);
	weigh(climate, settings, Math.max(clashWeight, dearer));
}

/** One stride; keeps the best valid timetable. Returns whether the walk was ever without violations. */
function walkOn(
	relaxed: Relaxed,
	random: Random,
	climate: Climate,
	best: { soft: number; slots: Int32Array; rooms: Int32Array }
): boolean {
	let valid = isValid(relaxed);
	for (let i = 0; i < STRIDE; i++) {
		if (!walkOnce(relaxed, random, climate) || !isValid(relaxed)) continue;
		valid = true;
		if (relaxed.soft >= best.soft) continue;
		best.soft = relaxed.soft;
		best.slots.set(relaxed.slotOf);
		best.rooms.set(relaxed.roomOf);
	}
	return valid;
}

const isValid = (relaxed: Relaxed): boolean => relaxed.clashes === 0 && relaxed.disorder === 0;
