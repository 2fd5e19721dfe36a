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
export { offerKinds, groupings, rollStates } from './organiser.tables.ts';
export { organiseWeeks, seeWeekOf } from './organiser.policy.ts';
export { saveGridPeriod, removeGridPeriod, copyGridDay } from './commands/change-grid.ts';
export { weekRuleOf, findWeekRule, type WeekRule } from './week-rule.store.ts';
export {
	saveWeekRule,
	saveWeekRuleInput,
	type SaveWeekRuleInput
} from './commands/save-week-rule.ts';
export {
	listOffersOf,
	findOffer,
	type OfferFacts,
	type OfferView,
	type WhichOffers
} from './offer.store.ts';
export {
	addOffer,
	addOfferInput,
	changeOffer,
	changeOfferInput,
	offerInput,
	restoreOffer,
	retireOffer,
	type AddOfferInput,
	type ChangeOfferInput
} from './commands/offers.ts';
export { listSitePeople, type SitePerson } from './site-adults.store.ts';
export {
	listAbsences,
	listLoads,
	listUntoldWeeks,
	type AbsenceView,
	type UntoldWeek
} from './absence.store.ts';
export {
	absenceInput,
	addAbsence,
	addAbsenceInput,
	removeAbsence,
	restoreAbsence,
	setLoad,
	setLoadInput,
	type AddAbsenceInput
} from './commands/absences.ts';
export { findWeekOn } from './week.store.ts';
export { openWeek, openWeekInput } from './commands/open-week.ts';
export { openWeeksAhead } from './open-weeks.ts';
export { listOwnSites, listWeeksOf } from './offer.queries.ts';
export { readRollKey, rollKeyText, type RollKey } from './roll.ts';
export { getRoll, listMissing, type RollPage } from './roll.queries.ts';
export type { RollHead, RollRow } from './roll.store.ts';
export type { MissingRow } from './missing.store.ts';
export {
	markAllHere,
	markAllHereInput,
	markRoll,
	markRollInput,
	unmarkRoll,
	unmarkRollInput,
	type MarkRollInput
} from './commands/take-roll.ts';
export { getPrintPage, type PrintPage } from './print.queries.ts';
export { printKinds, type PrintKind, type PrintSheet } from './print-week.ts';
export { makeFeed, revokeFeed } from './commands/feeds.ts';
export { readFeed } from './feed.queries.ts';
export { deleteFeedsBefore, findFeedOf, type FeedSession } from './feed.store.ts';
export { hasOwnWeek } from './organiser.policy.ts';
export { organisesAt } from './organiser.policy.ts';
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
export {
	listSessionsOf,
	type OwnSession,
	type SessionRow,
	type WeekCounts,
	type WeekHead
} from './week-view.store.ts';
export {
	saveWishes,
	saveWishesInput,
	type SavedWishes,
	type SaveWishesInput
} from './commands/save-wishes.ts';
export {
	answerWishes,
	answerWishesInput,
	type AnsweredWishes,
	type AnswerWishesInput
} from './commands/answer-wishes.ts';
export { askForOther, askForOtherInput, type AskForOtherInput } from './commands/ask-for-other.ts';
export {
	mostCompany,
	sayCompany,
	sayCompanyInput,
	takeBackCompany,
	type SayCompanyInput
} from './commands/say-company.ts';
export {
	answerCompany,
	answerCompanyInput,
	type AnswerCompanyInput
} from './commands/answer-company.ts';
export {
	endApart,
	endApartInput,
	keepApart,
	keepApartInput,
	restoreApart,
	type KeepApartInput
} from './commands/keep-apart.ts';
export {
	callLearners,
	callLearnersInput,
	urgencies,
	type Called,
	type CallLearnersInput,
	type Urgency
} from './commands/call-learners.ts';
export { callInput, restoreCall, withdrawCall, type CallInput } from './commands/withdraw-call.ts';
export {
	objectToCall,
	objectToCallInput,
	type ObjectToCallInput
} from './commands/object-to-call.ts';
export {
	answerObjection,
	answerObjectionInput,
	type AnswerObjectionInput
} from './commands/answer-objection.ts';
export {
	addIntention,
	addIntentionInput,
	intentionInput,
	lookBack,
	lookBackInput,
	removeIntention,
	restoreIntention,
	type AddIntentionInput,
	type IntentionInput,
	type LookBackInput
} from './commands/plan-own-week.ts';
export { getWishPage, type WishChoice, type WishPage } from './wish-page.ts';
export type { WhichChoices } from './choice-shelf.ts';
export type { CompanionRow } from './wish-page.store.ts';
export {
	dayAhead,
	getOwnWeek,
	nextBlock,
	nextMonday,
	type DayAhead,
	type OwnBlock,
	type OwnDay,
	type OwnWeek
} from './own-week.ts';
export type { IntentionView, OwnCallRow, SeatRow, UnmetRow } from './own-week.store.ts';
export {
	getStaffCalls,
	getStaffWishes,
	getWeekToday,
	type StaffCalls,
	type StaffWishes,
	type Wisher
} from './staff-wishes.ts';
export type { PairView, StaffCallRow, WeekWaitingRow } from './staff-wishes.store.ts';
export type { SessionToday } from './sessions-today.store.ts';
export type { PlanNames } from './names.store.ts';
export { getRunPage, getRuns, planGrid, type RunPage } from './run-queries.ts';
export {
	failRun,
	findOpenRun,
	deleteRunsBefore,
	lostAfterMs,
	type RunLine,
	type RunView
} from './run.store.ts';
export type { RunReport } from './run-report.ts';
export { runAtOnce } from './run-at-once.ts';
export { workOnRun, type RunEnd, type RunPace } from './work-on-run.ts';
export {
	resumeRun,
	runInput,
	runSeconds,
	startRun,
	startRunInput,
	stopRun,
	type RunInput,
	type StartRunInput
} from './commands/start-run.ts';
export {
	publishWeek,
	publishWeekInput,
	takeBackMinutes,
	takeBackWeek,
	takeBackWeekInput,
	type PublishWeekInput
} from './commands/publish-week.ts';
export { changeRequest, type ChangeRequest } from './change-request.ts';
export {
	applyChange,
	applyFields,
	previewChange,
	type ApplyFields,
	type ChangePreview
} from './commands/change-week.ts';
export {
	priceWish,
	priceWishInput,
	type PricedWish,
	type PriceWishInput
} from './commands/price-wish.ts';
export { getChangesPage, type ChangesPage } from './change-queries.ts';
export type { ChangeLine, OpenWish } from './change.store.ts';
export { organiserPrivacy } from './privacy.ts';
