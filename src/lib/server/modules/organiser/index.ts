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
export { organisesAt, worksAt } from './organiser.policy.ts';
export {
	daysBetween,
	minuteOf,
	mondayOf,
	slotId,
	slotParts,
	weekDays,
	weekSlots,
	type SiteCalendar,
	type WeekDay,
	type WeekSlot
} from './week-slots.ts';
export { toWeekGrid, type GridSession, type WeekGrid } from './week-grid.ts';
export {
	calendarOf,
	findWeek,
	getWeekPage,
	getWeeksPage,
	type SiteWeeks,
	type WeekPage,
	type WeeksPage
} from './week-queries.ts';
export type { OwnSession, SessionRow, WeekCounts, WeekHead } from './week-view.store.ts';
export { organiserPrivacy } from './privacy.ts';
