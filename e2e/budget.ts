import type { BudgetOf } from './pages.ts';

/** What one visit costs, with nothing in the browser's cache and again with everything in it. */
export interface Cost {
	/** Database statements of the page itself, the session's two included. */
	readonly statements: number;
	readonly requestsCold: number;
	readonly requestsWarm: number;
	/** Bytes on the wire, KB. */
	readonly kilobytesCold: number;
	/** Once the parts that pages share are in the cache, KB. */
	readonly kilobytesNext: number;
	/** All script of a first load, by gzip, KB. */
	readonly scriptKilobytes: number;
	readonly elements: number;
}
export type Measure = keyof Cost;

/** The table "Budgets" of `experience.md`. */
export const budgets: Readonly<Record<BudgetOf, Cost>> = {
	learner: {
		statements: 6,
		requestsCold: 12,
		requestsWarm: 3,
		kilobytesCold: 200,
		kilobytesNext: 15,
		scriptKilobytes: 70,
		elements: 600
	},
	teacher: {
		statements: 10,
		requestsCold: 20,
		requestsWarm: 5,
		kilobytesCold: 350,
		kilobytesNext: 30,
		scriptKilobytes: 150,
		elements: 1_500
	}
};

/** A visit that may cost more for now: how much, and why. */
export interface Allowance {
	/** The name of the visit: a page as one person. */
	readonly visit: string;
	readonly measure: Measure;
	readonly upTo: number;
	readonly why: string;
}

export const allowances: readonly Allowance[] = [];

const measures: readonly Measure[] = [
	'statements',
	'requestsCold',
	'requestsWarm',
	'kilobytesCold',
	'kilobytesNext',
	'scriptKilobytes',
	'elements'
];

/** One sentence for each measure over its budget, and for each allowance that a visit no longer needs. */
export function overBudget(
	visit: string,
	of: BudgetOf,
	cost: Cost,
	allowed: readonly Allowance[] = allowances
): readonly string[] {
	return measures.flatMap((measure) => {
		const budget = budgets[of][measure];
		const allowance = allowed.find((one) => one.visit === visit && one.measure === measure);
		const found = Math.round(cost[measure] * 10) / 10;
		if (allowance && found <= budget) return [`${measure}: ${found}, needs no allowance`];
		const most = allowance?.upTo ?? budget;
		return found > most ? [`${measure}: ${found}, at most ${most}`] : [];
	});
}
