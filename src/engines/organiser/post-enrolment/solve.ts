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
	readonly hottest: number;
	readonly coldest: number;
	/** What a clash costs beside soft cost, to begin with. */
	readonly clashWeight: number;
	/** What a pair out of order costs, in clashes. */
	readonly orderWeight: number;
	/** Share of the budget after which violations that stay become dearer. */
	readonly strictFrom: number;
	/** How much dearer, per whole budget, as a power of e. */
	readonly strictness: number;
}

export interface EnrolmentResult extends EnrolmentPlan {
	readonly soft: number;
	readonly unplaced: number;
	readonly moves: number;
}

/** One set for every instance; measured in `docs/reference/organiser.md`. */
const SETTINGS: AnnealSettings = {
	hottest: 20,
	coldest: 0.8,
	clashWeight: 16,
	orderWeight: 1.25,
	strictFrom: 0.35,
	strictness: 20
};
/** Violations never cost more than this many times the weight they began with. */
const DEAREST = 6;
const STRIDE = 2048;

/**
 * Solves post-enrolment course timetabling: tabu ejection until every event has a place, then
 * one annealing in which clashes and disorder are costs, cooling over the whole budget. The best
 * timetable without any violation is returned. Deterministic for a given seed and `spent`; ends early at cost 0.
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
	const climate: Climate = {
		temperature: settings.hottest,
		clashWeight: settings.clashWeight,
		orderWeight: settings.orderWeight * settings.clashWeight
	};
	const start = options.spent(before);
	let [moves, last, valid] = [before, 0, true];
	for (;;) {
		const spent = options.spent(moves);
		if (spent >= 1 || best.soft === 0) break;
		const share = (spent - start) / (1 - start);
		climate.temperature = settings.hottest * (settings.coldest / settings.hottest) ** share;
		if (share > settings.strictFrom) tighten(climate, settings, share - last, valid);
		last = share;
		valid = walkOn(relaxed, random, climate, best);
		moves += STRIDE;
	}
	return { ...best, moves };
}

/** Violations become dearer as long as the walk is never without, and cheaper again when it is. */
function tighten(climate: Climate, settings: AnnealSettings, share: number, valid: boolean): void {
	const factor = Math.exp((valid ? -1 : 1) * settings.strictness * share);
	const most = settings.clashWeight * DEAREST;
	climate.clashWeight = Math.min(
		most,
		Math.max(settings.clashWeight, climate.clashWeight * factor)
	);
	climate.orderWeight = settings.orderWeight * climate.clashWeight;
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
