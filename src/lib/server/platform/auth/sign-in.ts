import type { Tx } from '../db/database.ts';
import type { CommunityId, GroupId, PersonId } from '../ids.ts';
import type { Failure } from '../result.ts';
import type { AccountView } from './account.store.ts';

/** What the doors must know about a person; it lives in the modules above, so the application wires it. */
export interface Visitor {
	/** How long a visit of theirs lasts at most: the shortest of their roles. */
	readonly hours: number;
	/** Signs in by picture or card, and only while a window of their class is open (TS6). */
	readonly isYoung: boolean;
	readonly groupIds: readonly GroupId[];
}

/** Null when the person is no longer here. */
export type FindVisitor = (communityId: CommunityId, personId: PersonId) => Promise<Visitor | null>;

/** How the caller's address is known, so that one address cannot try every account. */
export interface SignInOrigin {
	readonly headers: Headers;
	readonly address: string;
}

export type SignInError = Failure<
	| 'sign-in.wrong'
	| 'sign-in.too-many-tries'
	| 'sign-in.shared-address'
	| 'sign-in.no-account'
	| 'sign-in.code-wrong'
	| 'sign-in.picture-wrong'
	| 'sign-in.picture-too-many-tries'
	| 'sign-in.window-closed'
	| 'sign-in.card-wrong'
	| 'sign-in.card-window'
>;

/** What every door is built from. */
export interface Doorway {
	/** One transaction on the local tables (accounts, tries, windows, secrets). */
	local<T>(mode: 'read' | 'write', work: (tx: Tx) => Promise<T>): Promise<T>;
	/** A keyed digest, in which nothing can be recognised. */
	subject(...parts: readonly string[]): string;
	now(): Date;
	findVisitor: FindVisitor;
	/** Begins a visit, and ends the one that the same browser had before. */
	startSession(account: AccountView, hours: number, headers: Headers): Promise<boolean>;
}
