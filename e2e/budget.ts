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

/** A page that may cost more for now: how much, and why. */
export interface Allowance {
	readonly route: string;
	readonly measure: Measure;
	readonly upTo: number;
	readonly why: string;
}

const drawn = 'the map is drawn by script; its drawing may yet come from the server alone';
const themes = 'the page needs the parts of two kinds of page (themes in vite.config.ts)';
const talk = 'the thread beside it comes with its own script, in both languages';
const parts = 'every part of a work that can be changed is a form of its own';

export const allowances: readonly Allowance[] = [
	{ route: '(learner)/map', measure: 'scriptKilobytes', upTo: 78, why: drawn },
	{ route: '(learner)/map/[strandId]', measure: 'scriptKilobytes', upTo: 78, why: drawn },
	{ route: '(learner)/map/outcome/[outcomeId]', measure: 'scriptKilobytes', upTo: 78, why: drawn },
	{ route: '(learner)/check/[checkId]', measure: 'scriptKilobytes', upTo: 82, why: drawn },
	{ route: '(learner)/work', measure: 'scriptKilobytes', upTo: 75, why: parts },
	{ route: '(learner)/work/new', measure: 'scriptKilobytes', upTo: 75, why: parts },
	{ route: '(learner)/work/[artefactId]', measure: 'scriptKilobytes', upTo: 83, why: parts },
	{ route: '(learner)/work/[artefactId]', measure: 'kilobytesNext', upTo: 18, why: parts },
	{ route: '(learner)/work/[artefactId]', measure: 'requestsCold', upTo: 13, why: themes },
	{ route: '(learner)/plan/goal/[goalId]', measure: 'requestsCold', upTo: 13, why: themes },
	{ route: '(learner)/plan/goal/[goalId]', measure: 'scriptKilobytes', upTo: 75, why: talk },
	{ route: '(learner)/me/messages', measure: 'scriptKilobytes', upTo: 73, why: talk },
	{
		route: '(learner)/me/messages/work/[artefactId]',
		measure: 'scriptKilobytes',
		upTo: 73,
		why: talk
	},
	{ route: '(family)/family', measure: 'requestsCold', upTo: 13, why: themes },
	{ route: '(family)/family', measure: 'scriptKilobytes', upTo: 79, why: talk },
	{ route: '(family)/family/[learnerId]/plan', measure: 'scriptKilobytes', upTo: 73, why: talk },
	{
		route: '(family)/family/[learnerId]/work/[artefactId]',
		measure: 'requestsCold',
		upTo: 13,
		why: themes
	},
	{
		route: '(family)/family/[learnerId]/work/[artefactId]',
		measure: 'scriptKilobytes',
		upTo: 75,
		why: talk
	}
];

const measures: readonly Measure[] = [
	'statements',
	'requestsCold',
	'requestsWarm',
	'kilobytesCold',
	'kilobytesNext',
	'scriptKilobytes',
	'elements'
];

/** One sentence for each measure over its budget. */
export function overBudget(route: string, of: BudgetOf, cost: Cost): readonly string[] {
	return measures.flatMap((measure) => {
		const allowance = allowances.find((one) => one.route === route && one.measure === measure);
		const most = allowance?.upTo ?? budgets[of][measure];
		const found = Math.round(cost[measure] * 10) / 10;
		return found > most ? [`${measure}: ${found}, at most ${most}`] : [];
	});
}
