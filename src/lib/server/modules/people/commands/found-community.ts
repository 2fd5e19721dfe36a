import { sql } from 'kysely';
import * as v from 'valibot';
import type { Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import {
	checkPassword,
	hashPassword,
	insertAccounts,
	type PasswordError
} from '../../../platform/auth/index.ts';
import { wordsField } from '../../../platform/http/fields.ts';
import { locales } from '../../../platform/i18n/index.ts';
import type { PersonId, SiteId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { insertCommunity, insertSites, listCommunities } from '../../school/index.ts';
import { insertMemberships, insertPeople } from '../new-people.store.ts';

const isTimeZone = (zone: string) => Intl.supportedValuesOf('timeZone').includes(zone);

export const foundCommunityInput = v.object({
	name: wordsField(200),
	siteName: wordsField(200),
	timeZone: v.pipe(v.string(), v.check(isTimeZone)),
	locale: v.picklist(locales),
	givenName: wordsField(100),
	familyName: wordsField(100),
	username: v.pipe(
		v.string(),
		v.trim(),
		v.regex(/^[\p{L}\p{N}._-]{2,60}$/u, 'sign-in.username-wrong')
	),
	password: v.pipe(v.string(), v.maxLength(128))
});
type Input = v.InferOutput<typeof foundCommunityInput>;

/** The first person of a community, who lets all the others in. */
async function addAdministrator(scope: Scope, input: Input): Promise<PersonId> {
	const personId = scope.newId<PersonId>();
	const { givenName, familyName } = input;
	const person = { personId, givenName, familyName, called: givenName };
	await insertPeople(scope, [
		{ ...person, birthDate: null, grade: null, band: null, sourceId: null }
	]);
	const place = { personId, siteId: null, startsAt: scope.now, endsAt: null };
	await insertMemberships(scope, [
		{ ...place, role: 'administrator' },
		{ ...place, role: 'leader' }
	]);
	const passwordHash = await hashPassword(input.password);
	const account = { communityId: scope.communityId, personId, username: input.username };
	await insertAccounts(scope.tx, [{ ...account, contactEmail: null, passwordHash }], scope.now);
	return personId;
}

/** Founds the first community of an installation: its name, a site and an administrator, all or nothing. */
export async function foundCommunity(
	scope: Scope,
	input: Input
): Promise<
	Result<
		{ readonly personId: PersonId },
		PasswordError | Failure<'people.not-found' | 'sign-in.already-founded'>
	>
> {
	if (scope.actor.kind !== 'system') return fail('people.not-found');
	const isGood = checkPassword(input.password, input.username);
	if (!isGood.ok) return isGood;
	// Two set-up pages at once: the second waits here and then finds the first one's community.
	await sql`select pg_advisory_xact_lock(4711)`.execute(scope.tx);
	if ((await listCommunities(scope.tx)).length > 0) return fail('sign-in.already-founded');
	const { communityId } = scope;
	const { name, locale, siteName, timeZone } = input;
	await insertCommunity(scope, { communityId, name, kind: 'school', locale, isFictional: false });
	const siteId = scope.newId<SiteId>();
	await insertSites(scope, [{ siteId, name: siteName, timeZone, locale, sourceId: null }]);
	const personId = await addAdministrator(scope, input);
	await recordDecision(scope, {
		action: 'people.found-community',
		learnerId: null,
		object: { type: 'community', id: communityId }
	});
	return ok({ personId });
}
