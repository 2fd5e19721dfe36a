/** Door of the module `organiser`: offers, wishes, calls, runs, the published week, its changes and its roll. */
export type {
	AbsenceId,
	Actual,
	CallId,
	ChangeId,
	ChangeKind,
	FeedId,
	Grouping,
	IntentionId,
	Moved,
	OfferId,
	OrganiserTables,
	PairId,
	RollState,
	RunId,
	RunState,
	SeatReason,
	SessionId,
	Standing,
	WeekId
} from './organiser.tables.ts';
export { organiserPrivacy } from './privacy.ts';
