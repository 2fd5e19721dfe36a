import { logistic } from './adagrad.ts';
import { scaleParts } from './fit-shares.ts';
import type { TableRows } from './grow-tables.ts';
import type { Graph } from './graph.ts';
import { foresee, heldOutRows, joinRows, type HeldOutRows } from './held-out.ts';
import { applyLastStage, fitLastStage } from './last-stage.ts';
import { createModel } from './model.ts';
import type { Parameters } from './parameters.ts';
import { calibrated } from './predict.ts';
import type { Stage } from './stage.ts';
import { passesOver, trainLinear } from './train-linear.ts';
import type { LearnerLog, TrainingLearner } from './training-rows.ts';

export interface TrainingOptions {
	/** Fixes every random choice. */
	readonly seed: number;
	/** Name of the new parameters; must differ from every earlier one. */
	readonly version: string;
	/** Neighbours that lend evidence; none when absent. */
	readonly graph?: Graph | undefined;
	/** Passes of the second stage; chosen by the number of answers when absent. */
	readonly passes?: number | undefined;
	/** What to go on from with new answers; afresh when absent. */
	readonly from?: Learnt | undefined;
}

/** What training came to. */
export interface Trained {
	readonly parameters: Parameters;
	/** Mean log loss on learners held out in turn: of the prior, and of the new parameters. */
	readonly priorLoss: number;
	readonly loss: number;
	/** Where training went on: the same of what was learnt before, its last part made anew alike. */
	readonly lossBefore: number | undefined;
	/** False when the new parameters were no better; `parameters` are then the better of the others. */
	readonly improved: boolean;
	readonly answers: number;
	/** Answers gone through in all passes of all stages together: the work done. */
	readonly answerPasses: number;
	/** What the next training can go on from. */
	readonly learnt: Learnt;
}

/** One learner's answers, and the group that is held out together with them. */
export interface TrainingLog extends LearnerLog {
	/** From 0; the same in every training. */
	readonly group: number;
}

/** What a later training goes on from; plain values. */
export interface Learnt {
	/** One stage without each group of learners, then one on everyone. */
	readonly stages: readonly Stage[];
	readonly parameters: Parameters;
}

/** Finished stages of an interrupted training; plain values. Resume with the same log and options. */
export interface Checkpoint {
	readonly finished: readonly Stage[];
}

export interface Progress extends Checkpoint {
	/** Stages in all. */
	readonly of: number;
}

/** `trainInSteps` run to its end, on learners dealt out to groups in turn, afresh. */
export function train(
	prior: Parameters,
	learners: readonly TrainingLearner[],
	{ folds = 3, ...options }: TrainingOptions & { readonly folds?: number | undefined }
): Trained {
	const kept = learners.filter((answers) => answers.length > 0);
	const count = Math.min(Math.max(2, folds), kept.length);
	return runToEnd(
		trainInSteps(
			prior,
			kept.map((answers, n) => ({ answers, learnt: 0, group: n % count })),
			options
		)
	);
}

/** Runs a training to its end. */
export function runToEnd(steps: Generator<Progress, Trained>): Trained {
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
}

/**
 * Trains shared parameters on the answers of many learners, one stage a step. Difficulty and weights
 * are learnt without one group of learners, for each group in turn, then on everyone; tables and
 * calibration on what the models foresaw for the group they had not seen. With `from` the stages go on
 * with the answers not learnt from before, and only the last part is made anew, from all logs given.
 * Keeps `prior` (never trained on these learners), or what it goes on from, unless the held-out log loss
 * is lower than that of both.
 */
export function* trainInSteps(
	prior: Parameters,
	logs: readonly TrainingLog[],
	options: TrainingOptions,
	{ finished }: Checkpoint = { finished: [] }
): Generator<Progress, Trained> {
	const groups = groupsOf(logs);
	const { from } = options;
	if (groups.length < 2 || (from && from.stages.length !== groups.length + 1))
		return nothingLearnt(prior, groups.flat(), options);
	const stages: Stage[] = [...finished];
	for (let stage = stages.length; stage <= groups.length; stage++) {
		const others = groups.flatMap((group, i) => (i === stage ? [] : group));
		stages.push(trainLinear(prior, others, options, from?.stages[stage]));
		yield { finished: [...stages], of: groups.length + 1 };
	}
	return assemble(prior, groups, stages, options);
}

/** Learners with answers, by their group; groups without any left out. */
function groupsOf(logs: readonly TrainingLog[]): TrainingLog[][] {
	const kept = logs.filter(({ answers }) => answers.length > 0);
	const numbers = [...new Set(kept.map(({ group }) => group))].toSorted((a, b) => a - b);
	return numbers.map((number) => kept.filter(({ group }) => group === number));
}

function assemble(
	prior: Parameters,
	groups: readonly TrainingLog[][],
	stages: readonly Stage[],
	options: TrainingOptions
): Trained {
	const { graph, from } = options;
	const rows = foreseenBy(stages, groups, prior, graph);
	const judged = judgeGroups(rows);
	const loss = lossOfLastStage(rows, judged);
	const judges = groups.flatMap((group, i) => (judged.includes(i) ? answersOf(group) : []));
	const priorLoss = lossOf(prior, judges, graph);
	const lossBefore = from && lossOfLastStage(foreseenBy(from.stages, groups, prior, graph), judged);
	const improved = loss < Math.min(priorLoss, lossBefore ?? Infinity);
	const all = joinRows(rows);
	const { shares, tables, calibration } = fitLastStage(all);
	const linear = scaleParts(stages[groups.length]?.parameters ?? prior, shares);
	const parameters = improved
		? { ...linear, tables, calibration }
		: betterOf(prior, priorLoss, from?.parameters, lossBefore);
	const answerPasses = passesOf(groups, options);
	const learnt = { stages, parameters };
	return {
		parameters,
		priorLoss,
		lossBefore,
		loss,
		improved,
		answers: all.count,
		answerPasses,
		learnt
	};
}

const answersOf = (logs: readonly TrainingLog[]) => logs.map(({ answers }) => answers);

const betterOf = (
	prior: Parameters,
	priorLoss: number,
	before: Parameters | undefined,
	lossBefore = Infinity
): Parameters => (before !== undefined && lossBefore < priorLoss ? before : prior);

/** What each stage foresees for the group that it has not seen. */
const foreseenBy = (
	stages: readonly Stage[],
	groups: readonly TrainingLog[][],
	prior: Parameters,
	graph: Graph | undefined
): readonly HeldOutRows[] =>
	groups.map((group, i) =>
		heldOutRows(createModel(stages[i]?.parameters ?? prior, graph), answersOf(group))
	);

/** The work of all stages: each goes through the new answers of all groups but its own. */
function passesOf(groups: readonly TrainingLog[][], { passes }: TrainingOptions): number {
	const fresh = groups.map((logs) =>
		logs.reduce((sum, { answers, learnt }) => sum + Math.max(0, answers.length - learnt), 0)
	);
	const all = fresh.reduce((sum, n) => sum + n, 0);
	const learntFrom = [...fresh.map((own) => all - own), all];
	return learntFrom.reduce((sum, n) => sum + n * passesOver(n, passes), 0);
}

/** With so many answers one group of learners judges as well as all of them. */
const PLENTY = 50_000;

const judgeGroups = (rows: readonly HeldOutRows[]): readonly number[] =>
	rows.reduce((sum, { count }) => sum + count, 0) > PLENTY ? [0] : rows.map((_, i) => i);

/**
 * Mean log loss of the whole method on learners that none of its stages has seen: the last stage is
 * learnt on the other groups, since its own answers would flatter it.
 */
function lossOfLastStage(rows: readonly HeldOutRows[], judged: readonly number[]): number {
	let [sum, count] = [0, 0];
	for (const judge of judged) {
		const stage = fitLastStage(joinRows(rows.filter((_, i) => i !== judge)));
		const own = joinRows(rows.filter((_, i) => i === judge));
		sum += own.count * meanLoss(applyLastStage(own, stage), own);
		count += own.count;
	}
	return sum / Math.max(1, count);
}

function nothingLearnt(
	prior: Parameters,
	logs: readonly TrainingLog[],
	{ graph, from }: TrainingOptions
): Trained {
	const loss = lossOf(prior, answersOf(logs), graph);
	const parameters = from?.parameters ?? prior;
	return {
		parameters,
		priorLoss: loss,
		lossBefore: undefined,
		loss,
		improved: false,
		answers: logs.reduce((sum, { answers }) => sum + answers.length, 0),
		answerPasses: 0,
		learnt: from ?? { stages: [], parameters }
	};
}

const lossAt = (logOdds: number, correct: boolean) =>
	-Math.log(Math.max(1e-12, logistic(correct ? logOdds : -logOdds)));

function meanLoss(logOdds: Float64Array, { correct, count }: TableRows): number {
	const sum = logOdds.reduce((total, x, row) => total + lossAt(x, correct[row] === 1), 0);
	return sum / Math.max(1, count);
}

/** Mean log loss of given parameters when they foresee each answer before learning of it. */
export function lossOf(
	parameters: Parameters,
	learners: readonly TrainingLearner[],
	graph: Graph | undefined
): number {
	const model = createModel(parameters, graph);
	let [sum, count] = [0, 0];
	foresee(model, learners, ({ answer, logOdds }) => {
		sum += lossAt(calibrated(model, logOdds), answer.correct);
		count += 1;
	});
	return sum / Math.max(1, count);
}
