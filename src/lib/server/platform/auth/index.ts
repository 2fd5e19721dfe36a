export { createAuth, hashPassword, type Auth, type WindowCodes } from './auth.ts';
export type { SignInError, SignInOrigin, Visitor } from './sign-in.ts';
export {
	deleteWindowsOf,
	insertWindow,
	listOpenWindows,
	type PictureWindow
} from './picture-window.store.ts';
export {
	drawPictures,
	isSignInPicture,
	picturesPerChild,
	plainPictures,
	type SignInPicture
} from './pictures.ts';
export {
	insertAccounts,
	findAccountOfPerson,
	listUsernames,
	setPasswordHash,
	endSessions,
	type AccountView,
	type NewAccount
} from './account.store.ts';
export { doorLimits, type Door } from './attempts.ts';
export {
	listDemoEntries,
	insertDemoEntries,
	isOnThisMachine,
	type DemoEntry,
	type DemoShows
} from './demo-entry.ts';
export { claimUsername, findTakenUsernames, usernameStem } from './usernames.ts';
export {
	drawCardCode,
	drawCode,
	listSecretHolders,
	opensDoor,
	plainCode,
	replaceSecret,
	replaceSecrets,
	type NewSecret,
	type SecretKind
} from './sign-in-secret.store.ts';
export { findSession, type SessionIdentity } from './session.store.ts';
export { checkPassword, type PasswordError } from './password-rule.ts';
export { forgetDoors } from './forget-doors.ts';
