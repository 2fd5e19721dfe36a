import { mayFor, learnersFor, personOf, type Scope } from '../../platform/access/index.ts';
import {
	listOpenWindows,
	listSecretHolders,
	listUsernames,
	type PictureWindow,
	type SecretKind,
	type WindowCodes
} from '../../platform/auth/index.ts';
import type { GroupId, PersonId } from '../../platform/ids.ts';
import { findClass, mayKeepOpen, type ClassView } from './class.store.ts';
import { reissueSignIn, seeLearner } from './people.policy.ts';
import { listLearners } from './people.store.ts';
import { findLearnerAround, type LearnerAround } from './around.store.ts';
import { teachLearner } from './people.policy.ts';
import { audiencesFor, viewpointOf } from './profile.ts';
import { listProfileItems, type ProfileItemView } from './profile.store.ts';
import { usesPictures } from './visitor.ts';

/** What a learner says about themself, as far as the acting person stands to them; null when they do not. */
export async function listProfile(
	scope: Scope,
	learnerId: PersonId
): Promise<readonly ProfileItemView[] | null> {
	const viewpoint = viewpointOf(personOf(scope), learnerId);
	// Asked either way, so that missing and forbidden take the same statements (TS3).
	const items = await listProfileItems(
		scope,
		learnerId,
		viewpoint ? audiencesFor(viewpoint) : ['me']
	);
	return viewpoint ? items : null;
}

/** A child as a shared tablet shows them: what they are called, and nothing else. */
export interface WindowChild {
	readonly personId: PersonId;
	readonly called: string;
}

/**
 * The children whom an open window lets in, for a tablet at which nobody is signed in; null when whoever opened it no
 * longer teaches there (TS2). Only the system asks, and only with a window that the tablet's code has opened.
 */
export async function listWindowChildren(
	scope: Scope,
	{ groupId, openedBy }: PictureWindow
): Promise<readonly WindowChild[] | null> {
	if (!(await mayKeepOpen(scope, groupId, openedBy))) return null;
	const learners = await listLearners(scope, learnersFor(scope.actor, seeLearner), { groupId });
	const young = learners.filter(({ band }) => usesPictures(band));
	const held = await listSecretHolders(
		scope.tx,
		scope.communityId,
		young.map(({ personId }) => personId),
		scope.now
	);
	const withPictures = new Set(
		held.flatMap((each) => (each.kind === 'picture' ? each.personId : []))
	);
	return young
		.filter(({ personId }) => withPictures.has(personId))
		.map(({ personId, called }) => ({ personId, called }))
		.sort((a, b) => a.called.localeCompare(b.called));
}

/** A learner of a class with their ways in; whether they hold one, never what it is. */
export interface ClassLearner {
	readonly personId: PersonId;
	readonly fullName: string;
	readonly username: string | null;
	readonly isYoung: boolean;
	readonly holds: readonly SecretKind[];
}

export interface ClassPage extends ClassView {
	readonly people: readonly ClassLearner[];
	/** The window that is open now, with the code that the tablet wants. */
	readonly window: { readonly code: string; readonly closesAt: Date } | null;
}

/** A class with its window and who comes in how; undefined when it is not this adult's. */
export async function getClassPage(
	scope: Scope,
	groupId: GroupId,
	codes: WindowCodes
): Promise<ClassPage | undefined> {
	const { tx, communityId, now } = scope;
	const found = await findClass(scope, groupId);
	const visible = found ? learnersFor(scope.actor, reissueSignIn) : new Set<PersonId>();
	const learners = await listLearners(scope, visible, { groupId });
	const ids = learners.map(({ personId }) => personId);
	const usernames = await listUsernames(tx, communityId, ids);
	const held = await listSecretHolders(tx, communityId, ids, now);
	const windows = await listOpenWindows(tx, communityId, now);
	if (!found) return undefined;
	const open = windows.find((window) => window.groupId === groupId);
	return {
		...found,
		people: learners.map(({ personId, fullName, band }) => ({
			personId,
			fullName,
			username: usernames.get(personId) ?? null,
			isYoung: usesPictures(band),
			holds: held.flatMap((each) => (each.personId === personId ? each.kind : []))
		})),
		window: open ? { code: codes.codeOf(open.windowId), closesAt: open.closesAt } : null
	};
}

/**
 * One learner as somebody who works with their learning meets them: their own words first, and who is around them; null
 * where missing or forbidden. One statement.
 */
export async function meetLearner(
	scope: Scope,
	learnerId: PersonId
): Promise<LearnerAround | null> {
	const isOpen = mayFor(scope.actor, teachLearner, learnerId);
	const found = await findLearnerAround(scope, isOpen ? learnerId : null, audiencesFor('teacher'));
	return found ?? null;
}
