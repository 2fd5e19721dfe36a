import type { PersonActor, Relation, RelationshipKind, Role } from '../../platform/access/index.ts';
import { hashPassword, insertAccounts } from '../../platform/auth/index.ts';
import type { TestApp } from '../../platform/db/testing.ts';
import { newUuid, type GroupId, type PersonId, type SiteId } from '../../platform/ids.ts';
import { insertSites } from '../school/index.ts';
import {
	insertGroupMembers,
	insertGroups,
	insertMemberships,
	insertPeople,
	insertRelationships
} from './new-people.store.ts';

export interface TestPerson {
	readonly username: string;
	readonly role: Role;
	readonly grade?: string;
	/** Hashing is slow, so an account has a password only where a test needs one. */
	readonly password?: string;
}

/** Adds a person with a membership and an account. */
export async function addPerson(app: TestApp, person: TestPerson): Promise<PersonId> {
	const now = app.clock.now();
	const personId = newUuid<PersonId>(now);
	const { username, role, grade = null, password } = person;
	const passwordHash = password === undefined ? null : await hashPassword(password);
	await app.changeAll(app.communityId, 'test', async (scope) => {
		const name = { givenName: username, familyName: 'Test', called: username };
		await insertPeople(scope, [
			{ personId, ...name, birthDate: null, grade, band: null, sourceId: null }
		]);
		await insertMemberships(scope, [{ personId, siteId: null, role, startsAt: now, endsAt: null }]);
		const account = { communityId: scope.communityId, personId, username, contactEmail: null };
		await insertAccounts(scope.tx, [{ ...account, passwordHash }], now);
	});
	return personId;
}

/** A class with its teachers and learners, who stand in the relationship that comes of it. */
export async function addClass(
	app: TestApp,
	adults: readonly PersonId[],
	learners: readonly PersonId[]
): Promise<GroupId> {
	const startsAt = app.clock.now();
	const groupId = newUuid<GroupId>(startsAt);
	const siteId = newUuid<SiteId>(startsAt);
	await app.changeAll(app.communityId, 'test', async (scope) => {
		const site = { siteId, name: 'Site', timeZone: 'Pacific/Auckland', locale: 'en' };
		await insertSites(scope, [{ ...site, sourceId: null }]);
		const group = { groupId, siteId, kind: 'home' as const, name: 'Tauhou' };
		await insertGroups(scope, [{ ...group, startsOn: null, endsOn: null, sourceId: null }]);
		const member = { groupId, startsAt, endsAt: null };
		await insertGroupMembers(scope, [
			...adults.map((personId) => ({ ...member, personId, part: 'adult' as const })),
			...learners.map((personId) => ({ ...member, personId, part: 'learner' as const }))
		]);
		const rest = { startsAt, endsAt: null, limits: [], purpose: null, words: null };
		await insertRelationships(
			scope,
			adults.flatMap((adultId) =>
				learners.map((learnerId) => ({
					kind: 'teaches' as const,
					adultId,
					learnerId,
					groupId,
					...rest
				}))
			)
		);
	});
	return groupId;
}

/** An actor as the door would make them. */
export const actorOf = (
	app: TestApp,
	role: Role,
	personId: PersonId,
	kind?: RelationshipKind,
	learnerIds: readonly PersonId[] = []
): PersonActor => ({
	kind: 'person',
	communityId: app.communityId,
	personId,
	memberships: [{ role, siteId: null }],
	relations: kind ? learnerIds.map((learnerId): Relation => ({ kind, learnerId, limits: [] })) : [],
	band: null
});
