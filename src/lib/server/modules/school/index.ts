/** Door of the module `school`: community, sites, terms, days. */
export {
	insertCommunity,
	insertSites,
	insertTerms,
	insertPeriods,
	insertClosedDays,
	listSites,
	getCommunity,
	type SchoolTables,
	type NewCommunity,
	type NewSite,
	type NewTerm,
	type NewPeriod,
	type NewClosedDay,
	type SiteView,
	type CommunityView,
	periodKinds,
	type PeriodId,
	type PeriodKind,
	type RoomId
} from './school.store.ts';
export {
	insertRooms,
	listClosedDays,
	listPeriods,
	listRooms,
	type ClosedDayView,
	type NewRoom,
	type PeriodView,
	type RoomView
} from './grid.store.ts';
export {
	listSitesSetUp,
	listSiteTerms,
	listTermsFrom,
	type SiteSetUp,
	type TermView
} from './calendar.store.ts';
export { daysOfTermsKept, whyClosed, type SchoolDays } from './school-days.ts';
export { lengthOf } from './periods.ts';
export { findPeriod, type StoredPeriod } from './period.store.ts';
export { findRoom, listAllRooms, type StoredRoom } from './room.store.ts';
export { changeSchool } from './school.policy.ts';
export {
	removeTerm,
	removeTermInput,
	saveTerm,
	saveTermInput,
	type SaveTermInput
} from './commands/terms.ts';
export {
	closeDays,
	closeDaysInput,
	openDays,
	openDaysInput,
	type CloseDaysInput
} from './commands/closed-days.ts';
export {
	copyDay,
	copyDayInput,
	removePeriod,
	removePeriodInput,
	savePeriod,
	savePeriodInput,
	startGrid,
	startGridInput,
	type IsPeriodInUse,
	type PeriodFailure,
	type SavePeriodInput
} from './commands/week-grid.ts';
export {
	restoreRoom,
	retireRoom,
	roomInput,
	saveRoom,
	saveRoomInput,
	type SaveRoomInput
} from './commands/rooms.ts';
export { listCommunities, type DirectoryEntry } from './directory.ts';
export { noteCommunitySource, readSchoolSources, type SchoolSources } from './roster.store.ts';
export { schoolPrivacy } from './privacy.ts';
