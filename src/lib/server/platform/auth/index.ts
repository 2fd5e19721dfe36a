export {
	createAuth,
	hashPassword,
	accountOf,
	type Auth,
	type SessionIdentity,
	type SignInError
} from './auth.ts';
export {
	insertAccounts,
	findAccountOfPerson,
	findAccountsByIdentifier,
	listUsernames,
	setPasswordHash,
	endSessions,
	type AccountView,
	type NewAccount
} from './account.store.ts';
export { isShut, noteFailure, forgetFailures, doorLimits, type Door } from './attempts.ts';
export {
	listDemoEntries,
	insertDemoEntries,
	isOnThisMachine,
	type DemoEntry,
	type DemoShows
} from './demo-entry.ts';
export { claimUsername, findTakenUsernames, usernameStem } from './usernames.ts';
