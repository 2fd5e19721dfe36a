import type { AgeBand, Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import { findLearner } from '../people/index.ts';

/** The age band of a learner whose things the actor may touch: their own actor knows it, else one statement does. */
export async function bandOf(scope: Scope, learnerId: PersonId): Promise<AgeBand> {
	const { actor } = scope;
	if (actor.kind === 'person' && actor.personId === learnerId && actor.band) return actor.band;
	const learner = await findLearner(scope, new Set([learnerId]), learnerId);
	return learner?.band ?? '12-18';
}
