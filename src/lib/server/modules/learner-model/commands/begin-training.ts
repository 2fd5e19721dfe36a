import type { Graph, Learnt, Stage } from '#engines/learner-model/index.ts';
import { may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import type { EvidenceId } from '../../evidence/index.ts';
import { currentModel } from '../states.ts';
import { trainModels } from '../learner-model.policy.ts';
import type { TrainedModelId } from '../learner-model.tables.ts';
import { readParameters, readStages } from '../training/stored-parameters.ts';
import {
	countWithdrawnSince,
	deleteTraining,
	findBytes,
	insertTraining,
	listTrained,
	measureLog,
	type TrainedRow
} from '../training/training.store.ts';
import { isEnough, isWorthTraining, mayGoOn, type LogSize } from '../training/training.ts';

export interface BeginTrainingInput {
	/** Also when little is new since the last training, and from all answers. */
	readonly isForced: boolean;
}

/** All that a training needs, besides the log up to `upTo`. */
export interface TrainingJob {
	readonly modelId: TrainedModelId;
	readonly upTo: EvidenceId;
	readonly graph: Graph;
	readonly seed: number;
	/** Finished already, where a training goes on. */
	readonly stages: readonly Stage[];
	/** What it goes on from, and the last event learnt from there; null = afresh. */
	readonly from: Base | null;
}

interface Base {
	readonly learnt: Learnt;
	readonly upTo: EvidenceId;
}

type Begun = Result<
	TrainingJob,
	Failure<
		'learner-model.not-found' | 'learner-model.too-little-evidence' | 'learner-model.little-is-new'
	>
>;

/**
 * Opens a training on all answers up to now, or goes on with the one that was interrupted. It learns from what is new
 * since the model in use where that still fits (`findBase`). Where the log before its last event or the graph is no
 * longer the same, it begins afresh: what is finished would not fit.
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
	const resumed = open && (await resume(scope, all, open, graphStamp));
	if (resumed) return ok({ ...resumed, graph });
	if (open) await deleteTraining(scope, open.modelId);
	const { last, ...size } = await measureLog(scope, null);
	if (last === null || !isEnough(size)) return fail('learner-model.too-little-evidence');
	const base = isForced ? undefined : await findBase(scope, all, graphStamp, size);
	const trainedOn = all.find(({ state }) => state !== 'training')?.answers ?? null;
	if (!isForced && !isWorthTraining(size, trainedOn, base ? 'goingOn' : 'afresh'))
		return fail('learner-model.little-is-new');
	const job = { modelId: scope.newId<TrainedModelId>(), upTo: last, seed: seedOf(scope) };
	await insertTraining(scope, {
		...job,
		...size,
		graphStamp,
		wentOnFrom: base?.row.modelId ?? null,
		afreshAnswers: base?.row.afreshAnswers ?? size.answers
	});
	await recordDecision(scope, {
		action: 'learner-model.begin-training',
		learnerId: null,
		object: { type: 'trained-model', id: job.modelId }
	});
	return ok({ ...job, graph, stages: [], from: base ?? null });
}

/** Fits an integer column. */
const seedOf = (scope: Scope) => scope.seed() % 1_000_000_000;

/** The interrupted training, where its log, its graph and what it goes on from are still the same. */
async function resume(
	scope: Scope,
	all: readonly TrainedRow[],
	open: TrainedRow,
	graphStamp: string
): Promise<Omit<TrainingJob, 'graph'> | undefined> {
	if (!(await isStillTheSame(scope, open, graphStamp))) return undefined;
	const row = all.find(({ modelId }) => modelId === open.wentOnFrom);
	const from = row && (await readBase(scope, row));
	if (open.wentOnFrom !== null && !from) return undefined;
	const stages = readStages(await findBytes(scope, open.modelId, 'stages'));
	return { ...open, stages, from: from ?? null };
}

async function isStillTheSame(scope: Scope, row: TrainedRow, graphStamp: string) {
	const { events } = await measureLog(scope, row.upTo);
	return events === row.events && graphStamp === row.graphStamp;
}

/** The model in use, where all it learnt from is still as it was, and most of all answers. */
async function findBase(
	scope: Scope,
	all: readonly TrainedRow[],
	graphStamp: string,
	size: LogSize
): Promise<(Base & { readonly row: TrainedRow }) | undefined> {
	const row = all.find(({ state }) => state === 'in-use');
	if (!row || !mayGoOn(size, row, await countWithdrawnSince(scope, row.upTo))) return undefined;
	if (!(await isStillTheSame(scope, row, graphStamp))) return undefined;
	const base = await readBase(scope, row);
	return base && { ...base, row };
}

async function readBase(scope: Scope, row: TrainedRow): Promise<Base | undefined> {
	const bytes = await findBytes(scope, row.modelId, 'parameters');
	const parameters = bytes === null ? undefined : readParameters(bytes);
	const stages = readStages(await findBytes(scope, row.modelId, 'stages'));
	return parameters && stages.length > 0
		? { learnt: { stages, parameters }, upTo: row.upTo }
		: undefined;
}
