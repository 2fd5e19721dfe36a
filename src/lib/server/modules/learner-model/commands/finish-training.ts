import type { Parameters } from '#engines/learner-model/index.ts';
import { may, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { trainModels } from '../learner-model.policy.ts';
import type { TrainedModelId } from '../learner-model.tables.ts';
import { writeParameters } from '../training/stored-parameters.ts';
import { endTraining, retireInUse } from '../training/training.store.ts';
import { isBetter, type Losses } from '../training/training.ts';

export interface FinishTrainingInput {
	readonly modelId: TrainedModelId;
	readonly parameters: Parameters;
	readonly losses: Losses;
}

type Finished = Result<
	{ readonly isInUse: boolean },
	Failure<'learner-model.not-found' | 'learner-model.stale'>
>;

/**
 * Ends a training. Its parameters come into use where they foresee the judging learners better than the shipped ones
 * and those in use; every belief is then folded with them at its next reading. Else nothing changes.
 */
export async function finishTraining(
	scope: Scope,
	{ modelId, parameters, losses }: FinishTrainingInput
): Promise<Finished> {
	if (!may(scope.actor, trainModels)) return fail('learner-model.not-found');
	const isInUse = isBetter(losses);
	if (isInUse) await retireInUse(scope);
	const isEnded = await endTraining(scope, modelId, {
		state: isInUse ? 'in-use' : 'not-better',
		parameters: isInUse ? writeParameters(parameters) : null,
		shippedLoss: losses.shipped,
		loss: losses.candidate
	});
	if (!isEnded) return fail('learner-model.stale');
	await recordDecision(scope, {
		action: 'learner-model.finish-training',
		learnerId: null,
		object: { type: 'trained-model', id: modelId },
		changes: { isInUse: [false, isInUse] }
	});
	return ok({ isInUse });
}
