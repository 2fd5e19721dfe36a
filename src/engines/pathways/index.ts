/**
 * What next: alternatives, the fringe, the entitlement, draft goals and the drawing of the map.
 * Pure: no clock, no global randomness, no I/O; the same input gives the same output.
 */
export {
	type Minutes,
	type MinorUnits,
	type DayNumber,
	type OutcomeId,
	type StrandId,
	type OpportunityId,
	minutes,
	minorUnits,
	dayNumber
} from './units.ts';
export type { Opportunity, OpportunityKind, Mode, Company, Place } from './opportunity.ts';
export type {
	LearningState,
	OutcomeBelief,
	Beliefs,
	Decline,
	DeclineReason,
	Doing,
	LearnerContext,
	Wish
} from './learner.ts';
export {
	type Alternatives,
	type Alternative,
	type AlternativesInput,
	chooseAlternatives
} from './alternatives/choose-alternatives.ts';
export { predictSuccess } from './alternatives/predict-success.ts';
export type { HardLimit } from './alternatives/hard-limits.ts';
export type { Evidence, Reason } from './alternatives/reason.ts';
export {
	type Dimension,
	type Pace,
	type Profile,
	type Stretch,
	differences,
	dimensions,
	stretchBand
} from './alternatives/profile.ts';
export {
	type ScoreTerm,
	type Weights,
	purposeWeights,
	scoreTerms,
	surpriseWeights,
	weightsFor
} from './alternatives/weights.ts';
export type { PrerequisiteGraph } from './graph/prerequisite-graph.ts';
export { type ReadyOutcome, fringe, owedOutcomes, pathTo } from './graph/fringe.ts';
export {
	type Debt,
	type EntitlementInput,
	type EntitlementMeasure,
	type EntitlementRule,
	type EntitlementState,
	type StrandActivity,
	entitlementStatus
} from './entitlement/entitlement-status.ts';
export { type PlacesAround, placesAround } from './graph/places-around.ts';
export { layoutMap } from './map/layout-map.ts';
export {
	type Box,
	type Contour,
	type MapDrawing,
	type MapNode,
	type MapOptions,
	type MapSlice,
	type MapStates,
	type PlacedEdge,
	type PlacedNode,
	type Point,
	type TrackKind,
	labelWidthFor,
	mapMetrics
} from './map/map-drawing.ts';
export { draftGoals } from './goals/draft-goals.ts';
export {
	type DraftGoalsInput,
	type DraftLine,
	type DraftMessage,
	type DraftParameter,
	type DraftSource,
	type GoalDraft,
	type GoalPurpose,
	type LastGoal,
	type OfferedStep,
	type ProfileItem,
	draftMessages
} from './goals/goal-draft.ts';
