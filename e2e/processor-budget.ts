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
/** Above this pace other programs are at work; their traces are more than the pace tells. */
const quiet = 1.3;
const burdenedSlack = 1.5;

const why =
	'measured on a machine that five others used, never on a quiet one: to be lowered by a run of its own (docs/reference/budgets.md)';
const upTo = (most: number, visits: readonly string[]): readonly ProcessorAllowance[] =>
	visits.map((visit) => ({ visit, upTo: most, why }));

export const processorAllowances: readonly ProcessorAllowance[] = [
	...upTo(5, [
		'(public)/sign-in as nobody',
		'(public)/sign-in/class/[code] as nobody',
		'(learner)/check as yasmin',
		'(learner)/check/[checkId] as kahu',
		'(learner)/next as kahu',
		'(learner)/next as wi',
		'(learner)/plan/goal/new as wi',
		'(learner)/week as kahu',
		'(learner)/work/new as wi',
		'(learner)/work/[artefactId] as wi',
		'(learner)/me/messages/work/[artefactId] as wi',
		'(me)/me as wi',
		'(me)/me/settings as jess'
	]),
	...upTo(6, [
		'(learner)/check as wi',
		'(learner)/next as yasmin',
		'(learner)/plan as yasmin',
		'(learner)/plan as wi',
		'(learner)/week as yasmin',
		'(learner)/work/[artefactId] as yasmin',
		'(learner)/me/messages as yasmin',
		'(me)/me/history as yasmin',
		'(family)/family/[learnerId]/week as jess'
	]),
	...upTo(8, [
		'(learner)/today as wi',
		'(learner)/map as kahu',
		'(learner)/map/[strandId] as kahu',
		'(learner)/map/outcome/[outcomeId] as yasmin',
		'(learner)/plan/goal/[goalId] as kahu',
		'(learner)/work/new as yasmin',
		'(learner)/me/messages as kahu',
		'(family)/family/[learnerId]/plan as jess',
		'(family)/family/[learnerId]/history as jess',
		'(family)/family/[learnerId]/work/[artefactId] as jess'
	]),
	...upTo(10, [
		'(learner)/today as kahu',
		'(learner)/today as yasmin',
		'(learner)/map as yasmin',
		'(learner)/map as wi',
		'(learner)/map/[strandId] as yasmin',
		'(learner)/map/[strandId] as wi',
		'(learner)/map/outcome/[outcomeId] as kahu',
		'(learner)/plan as kahu',
		'(learner)/plan/goal/[goalId] as yasmin',
		'(learner)/plan/goal/[goalId] as wi',
		'(learner)/week as wi',
		'(learner)/week/wishes as kahu',
		'(learner)/week/wishes as yasmin',
		'(staff)/staff/learners/[learnerId] as rewi',
		'(staff)/staff/plans/[learnerId] as rewi'
	]),
	...upTo(12, [
		'(learner)/week/wishes as wi',
		'(learner)/work/[artefactId] as kahu',
		'(family)/family as jess',
		'(staff)/staff as rewi',
		'(staff)/staff/learners/[learnerId]/outcome/[outcomeId] as rewi',
		'(staff)/staff/learners/[learnerId]/work/[artefactId] as rewi',
		'(staff)/staff/week/[weekId]/print as rewi'
	]),
	...upTo(14, ['(learner)/map/outcome/[outcomeId] as wi']),
	...upTo(30, ['(staff)/staff/learners as rewi'])
];

export interface ProcessorCost {
	/** Median of the measured requests, ms. */
	readonly milliseconds: number;
	/** Median of the looks at the machine's pace between them. */
	readonly pace: number;
}

const rounded = (value: number) => Math.round(value * 10) / 10;

/**
 * A complaint, or null where the page keeps its budget. A machine that is slow just now has as much more time, a fast one
 * no less; where it is burdened, half as much again, and no allowance is called needless.
 */
export function overProcessorBudget(
	visit: string,
	of: BudgetOf,
	{ milliseconds, pace }: ProcessorCost,
	allowed: readonly ProcessorAllowance[] = processorAllowances
): string | null {
	const found = milliseconds / Math.max(1, pace);
	const budget = processorBudget[of];
	const allowance = allowed.find((one) => one.visit === visit);
	if (allowance && pace <= quiet && found <= budget * clearly) {
		return `processor time: ${rounded(found)} ms, needs no allowance`;
	}
	const most = allowance?.upTo ?? budget;
	return found > most * (pace > quiet ? burdenedSlack : 1)
		? `processor time: ${rounded(found)} ms, at most ${most}`
		: null;
}
