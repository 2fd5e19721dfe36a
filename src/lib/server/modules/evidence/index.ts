/**
 * Door of the module `evidence`: what a learner showed, said or was seen to do. Append-only; what should not count is
 * withdrawn by another event.
 */
export {
	evidenceKinds,
	places,
	type EvidenceId,
	type EvidenceKind,
	type EvidencePlace,
	type EvidenceTables
} from './evidence.tables.ts';
export {
	observationLevelOf,
	observationLevels,
	ownLevels,
	type EvidenceView,
	type ObservationLevel,
	type OwnLevel
} from './evidence.ts';
export { toEngineEvent } from './engine-event.ts';
export {
	engineColumns,
	type EngineRow,
	type NewEvidence,
	type WhichEvidence
} from './evidence.store.ts';
export { classEvidence, lastAct, listEvidence, listEngineEvents } from './queries.ts';
export type { ActView, ClassEvidenceView, SeenView } from './class.store.ts';
export { seeEvidence } from './evidence.policy.ts';
export { recordResponse, type RecordResponseInput } from './commands/record-response.ts';
export {
	recordObservation,
	recordObservationInput,
	type RecordObservationInput
} from './commands/record-observation.ts';
export {
	recordMark,
	recordMarkInput,
	recordMarks,
	recordMarksInput,
	type Mark,
	type RecordMarksInput
} from './commands/record-marks.ts';
export {
	takeBackMarks,
	takeBackMarksInput,
	type TakeBackMarksInput
} from './commands/take-back-marks.ts';
export {
	recordSelfAssessment,
	recordSelfAssessmentInput,
	type RecordSelfAssessmentInput
} from './commands/record-self-assessment.ts';
export { recordJudgement, type RecordJudgementInput } from './commands/record-judgement.ts';
export { recordExternal, type PastEvidence } from './commands/record-external.ts';
export {
	withdrawEvidence,
	withdrawEvidenceInput,
	type WithdrawEvidenceInput
} from './commands/withdraw-evidence.ts';
export { evidencePrivacy } from './privacy.ts';
export { isObservationLevel } from './evidence.ts';
export { areOutcomes } from './evidence.store.ts';
