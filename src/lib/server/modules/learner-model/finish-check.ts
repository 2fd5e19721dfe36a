import type { Scope } from '../../platform/access/index.ts';
import { recordDecision } from '../../platform/audit/index.ts';
import { closeTestedChallenges } from './challenge.store.ts';
import type { Check } from './check.store.ts';
import { refreshSnapshot } from './states.ts';

/** What the end of a check brings with it: a tested challenge is answered, and the next page reads a fresh snapshot. */
export async function finishCheck(scope: Scope, check: Check): Promise<void> {
	const { checkId, learnerId, outcomeId } = check;
	if (outcomeId) await closeTestedChallenges(scope, learnerId, outcomeId);
	await refreshSnapshot(scope, learnerId);
	await recordDecision(scope, {
		action: 'learner-model.finish-check',
		learnerId,
		object: { type: 'check', id: checkId }
	});
}
