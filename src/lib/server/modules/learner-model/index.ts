/**
 * Door of the module `learner-model`: what the system believes a learner can do, why, how sure it is, and how a learner
 * shows or says otherwise.
 */
export type { LearnerModelTables, CheckId, ChallengeId } from './learner-model.tables.ts';
export { toPathwayBeliefs, type BeliefMap, type BeliefView } from './belief-view.ts';
export type { ExplainedBelief, Push, PushKind, Reason } from './explanation.ts';
export { shortTitle, type PlaceState } from './places.ts';
export {
	learnerBeliefs,
	beliefsOfMany,
	explainBelief,
	findRefresher,
	listOpenChallenges
} from './queries.ts';
export { classStandings, isGoingOn, type ClassStandings } from './class-standings.ts';
export { prepareModel, refreshSnapshot, refreshSnapshots } from './states.ts';
export { refreshAllSnapshots } from './refresh-all-snapshots.ts';
export {
	trainCommunity,
	type TrainCommunityOptions,
	type TrainingEnd
} from './training/train-community.ts';
export { trainAll, type TrainModels } from './training/train-all.ts';
export {
	getFreshMap,
	getMap,
	getStrandMap,
	type DrawnPlace,
	type FreshMap,
	type PlaceView,
	type StateCounts,
	type StrandMap,
	type StrandOnMap
} from './map.ts';
export type { RefreshLimits, Refreshers } from './refreshers.ts';
export { getOutcomePage, type OutcomePage } from './outcome-page.ts';
export {
	getCheck,
	getCheckHome,
	type Changed,
	type CheckHome,
	type CheckOver,
	type CheckView,
	type CheckWording,
	type Feedback,
	type Question
} from './check-view.ts';
export type { ShownItem, ShownOption } from './shown-item.ts';
export { startCheck, startCheckInput, type StartCheckInput } from './commands/start-check.ts';
export { answerCheck, answerCheckInput, type AnswerCheckInput } from './commands/answer-check.ts';
export { stopCheck, stopCheckInput, type StopCheckInput } from './commands/stop-check.ts';
export {
	challengeBelief,
	challengeBeliefInput,
	type ChallengeBeliefInput
} from './commands/challenge-belief.ts';
export {
	answerChallenge,
	answerChallengeInput,
	type AnswerChallengeInput
} from './commands/answer-challenge.ts';
export {
	reopenChallenge,
	reopenChallengeInput,
	type ReopenChallengeInput
} from './commands/reopen-challenge.ts';
export type { ChallengeState, ChallengeWish } from './challenge.ts';
export type { ChallengeView } from './challenge.store.ts';
export { seeBeliefs } from './learner-model.policy.ts';
export { learnerModelPrivacy } from './privacy.ts';
