import type { BudgetOf } from './pages.ts';

/** Processor time of one page, server and database together, ms: the table "Budgets" of `experience.md`. */
export const processorBudget: Readonly<Record<BudgetOf, number>> = { learner: 4, teacher: 8 };

/** A visit that may cost more for now: how many milliseconds, and why. */
export interface ProcessorAllowance {
	/** The name of the visit: a page as one person. */
	readonly visit: string;
	readonly upTo: number;
	readonly why: string;
}

/** Half its budget: an allowance of a page that stays there is no longer needed. */
const clearly = 0.5;
/** Above this pace, or this share of the processors, other programs are at work; their traces are more than the pace tells. */
const quiet = { pace: 1.3, others: 0.1 };
/**
 * The same page on the same quiet machine differs by so much from run to run; a gate that fails by chance is worse than none.
 * The full run has no such margin, and says which allowance is no longer needed.
 */
const isFull = process.env['LOCUS_TEST_FULL'] === '1';
const noise = 1.25;
/** How much more is allowed then: at least half, and the more the more of the machine others take. */
const slackFor = (others: number) => Math.max(1.5, 1 + 2 * others);

const why =
	'the most of four runs of a warm server, the best of up to three tries each, with a fifth for noise; in a virtual machine that shared its processors (docs/reference/budgets.md)';
const upTo = (most: number, visits: readonly string[]): readonly ProcessorAllowance[] =>
	visits.map((visit) => ({ visit, upTo: most, why }));

export const processorAllowances: readonly ProcessorAllowance[] = [
	...upTo(5, ['(learner)/check as wi', '(learner)/work as wi', '(learner)/work as yasmin']),
	...upTo(6, [
		'(public)/sign-in/class/[code] as nobody',
		'(learner)/work/new as kahu',
		'(learner)/work/new as yasmin',
		'(learner)/work/new as wi',
		'(learner)/me/messages as wi',
		'(learner)/me/messages as kahu',
		'(learner)/plan/goal/[goalId] as kahu',
		'(learner)/plan as wi',
		'(family)/family/[learnerId]/history as jess'
	]),
	...upTo(7, [
		'(learner)/map as kahu',
		'(learner)/next as wi',
		'(learner)/next as yasmin',
		'(learner)/work/[artefactId] as kahu',
		'(learner)/work/[artefactId] as wi',
		'(learner)/plan as kahu',
		'(learner)/plan as yasmin',
		'(learner)/plan/goal/[goalId] as yasmin',
		'(learner)/plan/goal/[goalId] as wi',
		'(me)/me/history as yasmin',
		'(family)/family as jess',
		'(family)/family/[learnerId]/week as jess',
		'(family)/family/[learnerId]/work/[artefactId] as jess'
	]),
	...upTo(8, [
		'(learner)/map as yasmin',
		'(learner)/map/outcome/[outcomeId] as kahu',
		'(learner)/map/outcome/[outcomeId] as yasmin',
		'(learner)/map/outcome/[outcomeId] as wi',
		'(learner)/work/[artefactId] as yasmin',
		'(learner)/week/wishes as kahu',
		'(learner)/week/wishes as yasmin',
		'(family)/family/[learnerId]/plan as jess'
	]),
	...upTo(10, [
		'(public)/sign-in/password as wi',
		'(learner)/week as kahu',
		'(learner)/week as yasmin',
		'(learner)/week as wi',
		'(learner)/today as kahu',
		'(learner)/today as yasmin',
		'(learner)/today as wi',
		'(learner)/map as wi',
		'(learner)/map/[strandId] as kahu',
		'(staff)/staff as rewi',
		'(staff)/staff/offers as rewi',
		'(staff)/staff/plans as rewi',
		'(staff)/staff/plans/[learnerId] as rewi',
		'(staff)/staff/week/[weekId]/changes as rewi',
		'(staff)/staff/week/[weekId]/print as rewi',
		'(staff)/staff/learners/[learnerId]/outcome/[outcomeId] as rewi'
	]),
	...upTo(12, [
		'(learner)/map/[strandId] as yasmin',
		'(learner)/week/wishes as wi',
		'(staff)/staff/learners/[learnerId] as rewi'
	]),
	...upTo(14, ['(learner)/map/[strandId] as wi']),
	...upTo(30, ['(staff)/staff/learners as rewi'])
];

export interface ProcessorCost {
	/** Median of the measured requests, ms. */
	readonly milliseconds: number;
	/** Median of the looks at the machine's pace between them. */
	readonly pace: number;
	/** Share of the machine's processors that other programs took meanwhile, 0 to 1; 0 where it cannot be told. */
	readonly others: number;
}

const rounded = (value: number) => Math.round(value * 10) / 10;

/**
 * A complaint, or null where the page keeps its budget. A machine that is slow just now has as much more time, a fast one
 * no less; where it is burdened, half as much again or more, and no allowance is called needless.
 */
export function overProcessorBudget(
	visit: string,
	of: BudgetOf,
	{ milliseconds, pace, others }: ProcessorCost,
	allowed: readonly ProcessorAllowance[] = processorAllowances,
	isStrict = isFull
): string | null {
	const found = milliseconds / Math.max(1, pace);
	const isBurdened = pace > quiet.pace || others > quiet.others;
	const budget = processorBudget[of];
	const allowance = allowed.find((one) => one.visit === visit);
	if (isStrict && allowance && !isBurdened && found <= budget * clearly) {
		return `processor time: ${rounded(found)} ms, needs no allowance`;
	}
	const most = allowance?.upTo ?? budget;
	const margin = isStrict ? 1 : noise;
	return found > most * (isBurdened ? slackFor(others) : margin)
		? `processor time: ${rounded(found)} ms, at most ${most}`
		: null;
}
