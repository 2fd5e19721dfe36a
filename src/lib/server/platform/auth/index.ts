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
export {
	drawCode,
	opensDoor,
	plainCode,
	replaceSecret,
	type NewSecret,
	type SecretKind
} from './sign-in-secret.store.ts';
export { checkPassword, type PasswordError } from './password-rule.ts';
