import type { Graph, Parameters } from '#engines/learner-model/index.ts';
import { may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import type { EvidenceId } from '../../evidence/index.ts';
import { currentModel } from '../states.ts';
import { trainModels } from '../learner-model.policy.ts';
import type { TrainedModelId } from '../learner-model.tables.ts';
import { readStages } from '../training/stored-parameters.ts';
import {
	deleteTraining,
	findBytes,
	insertTraining,
	listTrained,
	measureLog,
	type TrainedRow
} from '../training/training.store.ts';
import { isEnough, isWorthTraining } from '../training/training.ts';

export interface BeginTrainingInput {
	/** Also when little is new since the last training. */
	readonly isForced: boolean;
}

/** All that a training needs, besides the log up to `upTo`. */
export interface TrainingJob {
	readonly modelId: TrainedModelId;
	readonly upTo: EvidenceId;
	readonly graph: Graph;
	readonly seed: number;
	/** Finished already, where a training goes on. */
	readonly stages: readonly Parameters[];
}

type Begun = Result<
	TrainingJob,
	Failure<
		'learner-model.not-found' | 'learner-model.too-little-evidence' | 'learner-model.little-is-new'
	>
>;

/**
 * Opens a training on all answers up to now, or goes on with the one that was interrupted. Where the log before its
 * last event or the graph is no longer the same, it begins afresh: what is finished would not fit.
 */
export async function beginTraining(
	scope: Scope,
	{ isForced }: BeginTrainingInput
): Promise<Begun> {
	if (!may(scope.actor, trainModels)) return fail('learner-model.not-found');
	const all = await listTrained(scope, 'lock');
	const { graph, stamp } = await currentModel(scope);
	const { graphStamp } = stamp;
	const open = all.find(({ state }) => state === 'training');
	if (open && (await isStillTheSame(scope, open, graphStamp))) {
		const bytes = await findBytes(scope, open.modelId);
		return ok({ ...open, graph, stages: readStages(bytes?.stages ?? null) });
	}
	if (open) await deleteTraining(scope, open.modelId);
	const { last, ...size } = await measureLog(scope, null);
	if (last === null || !isEnough(size)) return fail('learner-model.too-little-evidence');
	const trainedOn = all.find(({ state }) => state !== 'training')?.answers ?? null;
	if (!isForced && !isWorthTraining(size, trainedOn)) return fail('learner-model.little-is-new');
	const job = { modelId: scope.newId<TrainedModelId>(), upTo: last, seed: seedOf(scope) };
	await insertTraining(scope, { ...job, ...size, graphStamp });
	await recordDecision(scope, {
		action: 'learner-model.begin-training',
		learnerId: null,
		object: { type: 'trained-model', id: job.modelId }
	});
	return ok({ ...job, graph, stages: [] });
}

/** Fits an integer column. */
const seedOf = (scope: Scope) => scope.seed() % 1_000_000_000;

async function isStillTheSame(scope: Scope, open: TrainedRow, graphStamp: string) {
	const { events } = await measureLog(scope, open.upTo);
	return events === open.events && graphStamp === open.graphStamp;
}
