/** Door of the module `plans`: one living plan per learner, negotiated, versioned, agreed by name. */
export type {
	CommitmentId,
	DraftedLine,
	GoalId,
	PlanTables,
	PromiseRole,
	ProposalId,
	StepId,
	TurnId
} from './plans.tables.ts';
export {
	fieldNames,
	goalStates,
	isInForce,
	type FieldChanges,
	type FieldName,
	type GoalFields,
	type GoalState
} from './goal.ts';
export {
	findFamilyHome,
	findFamilyPlan,
	findToday,
	type FamilyHomeView,
	type FamilyPlanView,
	type GoalReplyView,
	type TogetherView
} from './today.ts';
export type { ProposalKind } from './negotiation.ts';
export {
	compareVersions,
	findGoal,
	getPlan,
	goalsInForce,
	lastAnswer,
	listGoals,
	listProposalsWaiting,
	listReviewsDue,
	reviewsAndLastAnswer,
	listWithoutGoals,
	planStatesOf,
	waitingOf,
	type GoalPageView,
	type PlanView
} from './queries.ts';
export type {
	AgreementView,
	CommitmentView,
	GoalView,
	PlanStateView,
	ProposalView,
	ReviewView,
	StepView,
	TurnView,
	VersionView,
	WaitingView
} from './plan.store.ts';
export { draftPlan, draftPlanInput } from './commands/draft-plan.ts';
export { proposeGoal, proposeGoalInput, type ProposeGoalInput } from './commands/propose-goal.ts';
export {
	achieveGoal,
	changeGoal,
	changeGoalInput,
	goalStepInput,
	setGoalAside,
	takeUpGoal,
	type ChangeGoalInput,
	type GoalStepInput
} from './commands/change-goal.ts';
export {
	agreeProposal,
	agreeProposalInput,
	askAboutProposal,
	counterPropose,
	counterProposeInput,
	declineProposal,
	declineProposalInput,
	replyToQuestion,
	sayAboutProposalInput,
	withdrawProposal,
	withdrawProposalInput,
	type AgreeProposalInput,
	type CounterProposeInput,
	type SayAboutProposalInput
} from './commands/answer-proposal.ts';
export { takeBackAnswer, takeBackAnswerInput } from './commands/take-back-answer.ts';
export type { AnswerGivenView } from './answer.store.ts';
export { askToTalk, askToTalkInput } from './commands/ask-to-talk.ts';
export type { GoalAnswer, GoalFailure, GoalResult } from './commands/table.ts';
export {
	addStep,
	addStepInput,
	takeUpAlternative,
	takeUpAlternativeInput,
	type AddedStep,
	type AddStepInput,
	type TakeUpAlternativeInput
} from './commands/add-step.ts';
export {
	answerStep,
	answerStepInput,
	removeStep,
	restoreStep,
	stepInput,
	tickStep,
	untickStep,
	type AnswerStepInput
} from './commands/tick-step.ts';
export {
	addCommitment,
	addCommitmentInput,
	commitmentInput,
	keepCommitment,
	removeCommitment,
	reopenCommitment,
	restoreCommitment,
	type AddCommitmentInput
} from './commands/add-commitment.ts';
export { takeBackStepAnswer } from './commands/take-back-step-answer.ts';
export { answerPlannedIdea, planOwnIdea, takeBackPlannedIdea } from './commands/plan-idea.ts';
export { askForAlternatives, askForAlternativesInput } from './commands/ask-for-alternatives.ts';
export { goalSubjects, proposalSubjects, type GoalSubject } from './goal-subjects.ts';
export { seePlan } from './plans.policy.ts';
export { plansPrivacy } from './privacy.ts';
