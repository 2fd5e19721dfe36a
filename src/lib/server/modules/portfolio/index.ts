/**
 * Door of the module `portfolio`: what a learner made and did, anywhere; reflections on it; feedback asked, given and used.
 * It stays the learner's: they choose who sees it, as the rung for audiences says.
 */
export {
	feedbackResponses,
	type ArtefactId,
	type FeedbackId,
	type FeedbackResponse,
	type PortfolioTables,
	type ReflectionId,
	type RequestId,
	type RevisionKey
} from './portfolio.tables.ts';
export { offeredAudiences } from './audience-rule.ts';
export { opensToKind } from './portfolio.policy.ts';
export { mostFiles, mostTitle, mostWords } from './work-form.ts';
export {
	findFile,
	getWork,
	latestSharedWork,
	listAudiencesWaiting,
	feedbackToUse,
	listFeedbackWaiting,
	listRemovedWork,
	listWork,
	mayGiveFeedback,
	restoreDays,
	type WorkFilter,
	type WorkPage
} from './queries.ts';
export type {
	FeedbackToUse,
	FeedbackView,
	FeedbackWaiting,
	FileView,
	JudgementView,
	ReflectionView,
	RequestView,
	RevisionView,
	WorkLine,
	WorkView
} from './work-view.store.ts';
export { addWork, addWorkInput, type AddedWork, type AddWorkInput } from './commands/add-work.ts';
export {
	reviseWork,
	reviseWorkInput,
	type Revised,
	type ReviseWorkInput
} from './commands/revise-work.ts';
export {
	addReflection,
	addReflectionInput,
	type AddReflectionInput
} from './commands/add-reflection.ts';
export {
	askFeedback,
	askFeedbackInput,
	withdrawRequest,
	withdrawRequestInput,
	type AskFeedbackInput,
	type WithdrawRequestInput
} from './commands/ask-feedback.ts';
export {
	giveFeedback,
	giveFeedbackInput,
	type GiveFeedbackFailure,
	type GiveFeedbackInput,
	type GivenFeedback
} from './commands/give-feedback.ts';
export { judgeWork, judgeWorkInput, type JudgeWorkInput } from './commands/judge-work.ts';
export {
	answerFeedback,
	answerFeedbackInput,
	type AnswerFeedbackInput
} from './commands/answer-feedback.ts';
export {
	answerAudience,
	answerAudienceInput,
	changeAudience,
	changeAudienceInput,
	type AnswerAudienceInput,
	type ChangeAudienceInput
} from './commands/change-audience.ts';
export { removeWork, restoreWork, workInput, type WorkInput } from './commands/remove-work.ts';
export { portfolioPrivacy } from './privacy.ts';
export { workSubjects, type WorkSubject } from './work-subjects.ts';
export { findFamilyWork, type FamilyWorkView } from './family-work.ts';
export { compareWords, type WordRun } from './word-difference.ts';
export { endRemovedWork } from './commands/end-removed-work.ts';
