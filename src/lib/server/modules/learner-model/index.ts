/**
 * Door of the module `learner-model`: what the system believes a learner can do, why, how sure it is, and how a learner
 * shows or says otherwise.
 */
export type { LearnerModelTables, CheckId, ChallengeId } from './learner-model.tables.ts';
export { toPathwayBeliefs, type BeliefMap, type BeliefView } from './belief-view.ts';
export type { ExplainedBelief, Reason } from './explanation.ts';
export { learnerBeliefs, beliefsOfMany, explainBelief } from './queries.ts';
export { refreshSnapshot } from './states.ts';
export { learnerModelPrivacy } from './privacy.ts';
export { seeBeliefs } from './learner-model.policy.ts';
