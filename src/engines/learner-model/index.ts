/**
 * The learner model: what a learner can probably do, how sure that is, why, and what would change it.
 * Pure: a fold over one learner's events, with shared versioned parameters. See README.md.
 */
export type {
	LearnerEvent,
	Response,
	Judgement,
	SelfAssessment,
	Withdrawal,
	EventProblem
} from './event.ts';
export type { Graph } from './graph.ts';
export { type Parameters, type ParametersProblem, checkParameters } from './parameters.ts';
export { shippedParameters } from './shipped-parameters.ts';
export { type Model, createModel } from './model.ts';
export type { State, OwnBelief } from './state.ts';
export { type Learner, type UpdateProblem, replay, update } from './replay.ts';
export { type PackedState, type UnpackProblem, packState, unpackState } from './pack-state.ts';
export type { Target } from './question.ts';
export { type Prediction, predict } from './predict.ts';
export {
	type Belief,
	type Estimate,
	type SkillState,
	THRESHOLDS,
	belief,
	beliefs
} from './belief.ts';
export type { Amount } from './uncertainty.ts';
export {
	type Explanation,
	type Influence,
	type Term,
	type TermId,
	explain,
	influences
} from './explain.ts';
export { type Change, whatWouldChange } from './what-would-change.ts';
export {
	type Asked,
	type Diagnostic,
	type DiagnosticAnswer,
	type DiagnosticOptions,
	type Done,
	type DoneReason,
	type OutcomeResult,
	type SavedDiagnostic,
	answer,
	diagnosticResult,
	isDone,
	nextQuestion,
	resumeDiagnostic,
	saveDiagnostic,
	skipOutcome,
	startDiagnostic,
	stopDiagnostic
} from './diagnostic.ts';
export {
	type Due,
	type ReviewDay,
	type ReviewLimits,
	RECALL_TARGET,
	dueDate,
	dueWithin,
	planReviews
} from './review.ts';
export { type LearnerStream, createStream } from './stream.ts';
export { type Stage, isStage } from './stage.ts';
export type { TrainingAnswer, TrainingLearner } from './training-rows.ts';
export {
	type Checkpoint,
	type Learnt,
	type Progress,
	type Trained,
	type TrainingLog,
	type TrainingOptions,
	lossOf,
	runToEnd,
	train,
	trainInSteps
} from './train.ts';
export {
	type FactGrade,
	type FactScheduler,
	FACT_GRADES,
	FACT_MINUTES,
	factsDue,
	foldFacts,
	reviewFact
} from './facts.ts';
