/** Door of the module `people`: persons, relationships, groups, settings, profiles. */
export { findSignedInPerson, type SignedInPerson } from './actor.store.ts';
export { ageBandOf, ageOfGrade, ageOn, knownAge } from './age-band.ts';
export {
	audiences,
	profileKinds,
	type Audience,
	type PeopleTables,
	type PersonSettings,
	type ProfileKind
} from './people.tables.ts';
export {
	insertPeople,
	insertContacts,
	insertMemberships,
	insertGroups,
	insertGroupMembers,
	insertRelationships,
	type NewPerson,
	type NewContact,
	type NewMembership,
	type NewGroup,
	type NewGroupMember,
	type NewRelationship
} from './new-people.store.ts';
export {
	listNames,
	listLearners,
	findLearner,
	listAdultsOf,
	recordAccess,
	type LearnerView,
	type AdultView
} from './people.store.ts';
export {
	seeLearner,
	teachLearner,
	writeProfile,
	administer,
	administerClasses,
	reissueSignIn,
	runClasses,
	seeSetUp
} from './people.policy.ts';
export {
	getClassPage,
	listProfile,
	listWindowChildren,
	type ClassLearner,
	type ClassPage,
	type WindowChild,
	meetLearner
} from './queries.ts';
export type { LearnerAround } from './around.store.ts';
export {
	listAccess,
	insertProfileItems,
	upsertSettings,
	type AccessView,
	type NewProfileItem,
	type ProfileItemView
} from './profile.store.ts';
export { audiencesFor, viewpointOf, type Viewpoint } from './profile.ts';
export {
	addProfileItem,
	addProfileItemInput,
	changeProfileItem,
	changeProfileItemInput,
	removeProfileItem,
	removeProfileItemInput,
	restoreProfileItem
} from './commands/profile-commands.ts';
export { saveSettings, saveSettingsInput } from './commands/save-settings.ts';
export {
	insertEquityAttributes,
	linkKey,
	readRosterKeys,
	type NewEquityAttribute,
	type RosterKeys
} from './roster.store.ts';
export { foundCommunity, foundCommunityInput } from './commands/found-community.ts';
export { issueCode, endVisits, personInput, type IssuedCode } from './commands/issue-code.ts';
export { choosePassword, choosePasswordInput } from './commands/choose-password.ts';
export { foldName, searchPeople, type DirectoryPerson } from './directory.store.ts';
export { findClass, listClasses, mayKeepOpen, type ClassView } from './class.store.ts';
export { findVisitor, usesPictures } from './visitor.ts';
export { closePictureWindow, groupInput, openPictureWindow } from './commands/picture-windows.ts';
export { issuePicture, type IssuedPicture } from './commands/issue-picture.ts';
export { issueCards, issueCardsInput, type IssuedCard } from './commands/issue-cards.ts';
export { peoplePrivacy } from './privacy.ts';
export { takeCensus, type Census } from './census.store.ts';
export { getHistory, type HistoryPage } from './history.ts';
export { historyActions, type Change, type HistoryAction, type Opened } from './history-view.ts';
