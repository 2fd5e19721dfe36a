import { setImmediate } from 'node:timers/promises';
import {
	lossOf,
	shippedParameters,
	trainInSteps,
	type Parameters,
	type TrainingLearner,
	type TrainingLog
} from '#engines/learner-model/index.ts';
import type { Actor, Transactions } from '../../../platform/access/index.ts';
import type { CommunityId } from '../../../platform/ids.ts';
import { ok, type Failure } from '../../../platform/result.ts';
import { beginTraining, type TrainingJob } from '../commands/begin-training.ts';
import { finishTraining } from '../commands/finish-training.ts';
import { currentModel } from '../states.ts';
import { refreshAllSnapshots } from '../refresh-all-snapshots.ts';
import { writeParameters } from './stored-parameters.ts';
import { listAnswering, listTrainingEvents, saveStages } from './training.store.ts';
import {
	answersOf,
	isJudge,
	logOf,
	withinReach,
	withinReachGoingOn,
	type Losses
} from './training.ts';

export interface TrainCommunityOptions {
	readonly isForced?: boolean | undefined;
	/** Told after each finished stage. */
	readonly told?: ((done: number, of: number) => void) | undefined;
	/** Between two stages it stops when this is aborted; the next training goes on from there. */
	readonly stop?: AbortSignal | undefined;
}

/** How a training ended. */
export type TrainingEnd =
	| { readonly end: 'not-begun'; readonly why: Failure['code'] }
	| { readonly end: 'stopped' }
	| {
			readonly end: 'in-use' | 'not-better';
			readonly losses: Losses;
			/** Whether only new answers were learnt from. */
			readonly isGoingOn: boolean;
			/** Answers learnt from, and answers of the judging learners. */
			readonly answers: number;
			readonly judged: number;
	  };

const reason = 'locus trains the learner model on the community’s own answers';

/**
 * Trains the parameters of a community on its own answers, stage by stage outside of any transaction, and uses them
 * where they are better. About a minute of one core for 100,000 answers: run it in a process or worker of its own.
 */
export async function trainCommunity(
	app: Transactions,
	communityId: CommunityId,
	{ isForced = false, told, stop }: TrainCommunityOptions = {}
): Promise<TrainingEnd> {
	const actor = { kind: 'system', communityId, reason } as const;
	const begun = await app.change(actor, (scope) => beginTraining(scope, { isForced }));
	if (!begun.ok) return { end: 'not-begun', why: begun.error.code };
	const job = begun.value;
	const { learners, judges } = await readLearners(app, actor, job);
	const candidate = await runStages(app, actor, job, learners, { told, stop });
	if (candidate === undefined) return { end: 'stopped' };
	const { model } = await app.read(actor, currentModel);
	const losses: Losses = {
		shipped: lossOf(shippedParameters, judges, job.graph),
		current: lossOf(model.parameters, judges, job.graph),
		candidate: lossOf(candidate, judges, job.graph)
	};
	const { modelId } = job;
	const done = await app.change(actor, (scope) =>
		finishTraining(scope, { modelId, parameters: candidate, losses })
	);
	if (!done.ok) return { end: 'stopped' };
	if (done.value.isInUse) await refreshAllSnapshots(app, communityId);
	const end = done.value.isInUse ? 'in-use' : 'not-better';
	const isGoingOn = job.from !== null;
	const answers = learners.reduce((sum, log) => sum + log.answers.length - log.learnt, 0);
	return { end, losses, isGoingOn, answers, judged: judges.flat().length };
}

const learnersAtOnce = 100;

async function readLearners(app: Transactions, actor: Actor, { upTo, from }: TrainingJob) {
	const answering = await app.read(actor, (scope) => listAnswering(scope, upTo));
	const ids = from ? withinReachGoingOn(answering, from.upTo) : withinReach(answering);
	const learners: TrainingLog[] = [];
	const judges: TrainingLearner[] = [];
	for (let first = 0; first < ids.length; first += learnersAtOnce) {
		const some = ids.slice(first, first + learnersAtOnce);
		const logs = await app.read(actor, (scope) => listTrainingEvents(scope, some, upTo));
		for (const [learnerId, events] of logs)
			if (isJudge(learnerId)) judges.push(answersOf(events));
			else learners.push(logOf(learnerId, events, from?.upTo ?? null));
	}
	return { learners, judges };
}

/** The stages that are left, each kept as soon as it is finished; undefined when stopped in between. */
async function runStages(
	app: Transactions,
	actor: Actor,
	{ modelId, graph, seed, stages, from }: TrainingJob,
	learners: readonly TrainingLog[],
	{ told, stop }: Pick<TrainCommunityOptions, 'told' | 'stop'>
): Promise<Parameters | undefined> {
	const options = { seed, graph, version: `trained ${modelId}`, from: from?.learnt };
	const steps = trainInSteps(shippedParameters, learners, options, { finished: stages });
	for (;;) {
		if (stop?.aborted) return undefined;
		const step = steps.next();
		if (step.done === true) return step.value.parameters;
		const { finished, of } = step.value;
		const bytes = writeParameters(finished);
		await app.change(actor, async (scope) => ok(await saveStages(scope, modelId, bytes)));
		told?.(finished.length, of);
		await setImmediate();
	}
}
