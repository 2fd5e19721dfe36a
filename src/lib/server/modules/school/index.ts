/** Door of the module `school`: community, sites, terms, days. */
export {
	insertCommunity,
	insertSites,
	insertTerms,
	insertPeriods,
	insertClosedDays,
	listSites,
	listTermsFrom,
	getCommunity,
	type SchoolTables,
	type NewCommunity,
	type NewSite,
	type NewTerm,
	type NewPeriod,
	type NewClosedDay,
	type SiteView,
	type TermView,
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
export { listCommunities, type DirectoryEntry } from './directory.ts';
export { noteCommunitySource, readSchoolSources, type SchoolSources } from './roster.store.ts';
export { schoolPrivacy } from './privacy.ts';
