import { logistic } from './adagrad.ts';
import { scaleParts } from './fit-shares.ts';
import type { TableRows } from './grow-tables.ts';
import type { Graph } from './graph.ts';
import { foresee, heldOutRows, joinRows, type HeldOutRows } from './held-out.ts';
import { applyLastStage, fitLastStage } from './last-stage.ts';
import { createModel } from './model.ts';
import type { Parameters } from './parameters.ts';
import { calibrated } from './predict.ts';
import { passesOver, trainLinear } from './train-linear.ts';
import type { TrainingLearner } from './training-rows.ts';

export interface TrainingOptions {
	/** Fixes every random choice. */
	readonly seed: number;
	/** Name of the new parameters; must differ from every earlier one. */
	readonly version: string;
	/** Neighbours that lend evidence; none when absent. */
	readonly graph?: Graph | undefined;
	/** Passes of the second stage; chosen by the number of answers when absent. */
	readonly passes?: number | undefined;
	/** Groups of learners held out in turn, at least 2; 3 when absent. */
	readonly folds?: number | undefined;
}

/** What training came to. */
export interface Trained {
	readonly parameters: Parameters;
	/** Mean log loss on learners held out in turn: of the prior, and of the new parameters. */
	readonly priorLoss: number;
	readonly loss: number;
	/** False when the new parameters were no better; `parameters` are then the prior. */
	readonly improved: boolean;
	readonly answers: number;
	/** Answers gone through in all passes of all stages together: the work done. */
	readonly answerPasses: number;
}

/** Finished stages of an interrupted training; plain values. Resume with the same log and options. */
export interface Checkpoint {
	readonly finished: readonly Parameters[];
}

export interface Progress extends Checkpoint {
	/** Stages in all. */
	readonly of: number;
}

/** `trainInSteps` run to its end. */
export function train(
	prior: Parameters,
	learners: readonly TrainingLearner[],
	options: TrainingOptions
): Trained {
	const steps = trainInSteps(prior, learners, options);
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
}

/**
 * Trains shared parameters on the answers of many learners, one stage a step. Difficulty and weights
 * are learnt without one group of learners, for each group in turn; tables and calibration on what
 * those models foresaw for the group they had not seen; then difficulty and weights on everyone.
 * Keeps `prior` (never trained on these learners) unless the held-out log loss is lower.
 */
export function* trainInSteps(
	prior: Parameters,
	learners: readonly TrainingLearner[],
	options: TrainingOptions,
	{ finished }: Checkpoint = { finished: [] }
): Generator<Progress, Trained> {
	const groups = groupsOf(learners, options.folds ?? 3);
	if (groups.length < 2) return nothingLearnt(prior, groups.flat());
	const stages: Parameters[] = [...finished];
	for (let stage = stages.length; stage <= groups.length; stage++) {
		const others = groups.flatMap((group, i) => (i === stage ? [] : group));
		stages.push(trainLinear(prior, others, options));
		yield { finished: [...stages], of: groups.length + 1 };
	}
	return assemble(prior, groups, stages, options);
}

/** Learners dealt out in turn; those without answers left out; fewer groups for very few learners. */
function groupsOf(learners: readonly TrainingLearner[], folds: number): TrainingLearner[][] {
	const kept = learners.filter((answers) => answers.length > 0);
	const count = Math.min(Math.max(2, folds), kept.length);
	return Array.from({ length: count }, (_, group) => kept.filter((_, i) => i % count === group));
}

function assemble(
	prior: Parameters,
	groups: readonly TrainingLearner[][],
	stages: readonly Parameters[],
	{ graph, passes }: TrainingOptions
): Trained {
	const model = (parameters: Parameters | undefined) => createModel(parameters ?? prior, graph);
	const rows = groups.map((learners, i) => heldOutRows(model(stages[i]), learners));
	const judged = judgeGroups(rows);
	const loss = lossOfLastStage(rows, judged);
	const judges = groups.flatMap((learners, i) => (judged.includes(i) ? learners : []));
	const priorLoss = lossOf(prior, judges, graph);
	const improved = loss < priorLoss;
	const all = joinRows(rows);
	const { shares, tables, calibration } = fitLastStage(all);
	const linear = scaleParts(stages[groups.length] ?? prior, shares);
	const trained = { ...linear, tables, calibration };
	const learntFrom = [...rows.map(({ count }) => all.count - count), all.count];
	const answerPasses = learntFrom.reduce((sum, n) => sum + n * passesOver(n, passes), 0);
	const parameters = improved ? trained : prior;
	return { parameters, priorLoss, loss, improved, answers: all.count, answerPasses };
}

/** With so many answers one group of learners judges as well as all of them. */
const PLENTY = 100_000;

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

function nothingLearnt(prior: Parameters, learners: readonly TrainingLearner[]): Trained {
	const loss = lossOf(prior, learners, undefined);
	return {
		parameters: prior,
		priorLoss: loss,
		loss,
		improved: false,
		answers: learners.flat().length,
		answerPasses: 0
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
