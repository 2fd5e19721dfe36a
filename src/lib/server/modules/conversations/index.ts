/** Door of the module `conversations`: threads beside a learner's things, hands that go up, reports of messages. */
export type {
	ConversationTables,
	MessageId,
	ReportId,
	SignalId,
	ThreadId
} from './conversations.tables.ts';
export {
	subjectKinds,
	type FindSubjects,
	type OpenSubject,
	type Subject,
	type SubjectId,
	type SubjectKind,
	type SubjectPorts
} from './subject.ts';
export { nameLead } from './conversations.policy.ts';
export { helpKinds, type HelpKind } from './help.ts';
export { openTalk, type Talk } from './open-talk.ts';
export { sayInThreadInput, type Said, type SayInThreadInput } from './commands/say-in-thread.ts';
export { messageInput, restoreMessage, takeBackMessage } from './commands/take-back-message.ts';
export {
	raiseHelp,
	raiseHelpInput,
	takeBackHelp,
	takeBackHelpInput,
	type RaiseHelpInput,
	type TakeBackHelpInput
} from './commands/raise-help.ts';
export {
	answerHelp,
	answerHelpInput,
	undoAnswerHelp,
	undoAnswerHelpInput,
	type AnswerHelpInput
} from './commands/answer-help.ts';
export {
	closeReport,
	closeReportInput,
	listReports,
	reportMessageInput,
	type CloseReportInput,
	type ReportMessageInput
} from './commands/report-message.ts';
export {
	endSafeguardingLead,
	listSafeguardingLeads,
	nameSafeguardingLead,
	safeguardingLeadInput
} from './commands/name-safeguarding-lead.ts';
export {
	learnerNews,
	listHelpWaiting,
	type GetThreadOptions,
	type ThreadLineView,
	type ThreadView
} from './queries.ts';
export type { HomeView, MessageView, ReaderView } from './thread.store.ts';
export type { HelpWaitingView } from './help.store.ts';
export type { LearnerNews, NewInThreadView, OwnHelpView } from './news.store.ts';
export type { LeadView, ReportView } from './report.store.ts';
export { conversationsPrivacy } from './privacy.ts';
