import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type {
	Actor,
	PersonActor,
	Relation,
	Role,
	SystemActor
} from '../../../platform/access/index.ts';
import {
	findAccountOfPerson,
	insertAccounts,
	opensDoor,
	plainCode
} from '../../../platform/auth/index.ts';
import { createTestApp, foundTestCommunity, type TestApp } from '../../../platform/db/testing.ts';
import { newUuid, type CommunityId, type PersonId } from '../../../platform/ids.ts';
import { insertPeople } from '../new-people.store.ts';
import { searchPeople } from '../directory.store.ts';
import { choosePassword } from './choose-password.ts';
import { foundCommunity } from './found-community.ts';
import { endVisits, issueCode } from './issue-code.ts';

let app: TestApp;
let mere: PersonId;
beforeAll(async () => {
	app = await createTestApp(inject('database'));
	mere = await addPerson('Mēre', 'Tāne', 'mere.tane');
});
afterAll(() => app.close());

const system = (communityId: CommunityId): SystemActor => ({
	kind: 'system',
	communityId,
	reason: 'test'
});

async function addPerson(givenName: string, familyName: string, username: string) {
	const personId = newUuid<PersonId>(app.clock.now());
	await app.changeAll(app.communityId, 'test', async (scope) => {
		const name = { givenName, familyName, called: givenName };
		const rest = { birthDate: null, grade: null, band: null, sourceId: null };
		await insertPeople(scope, [{ personId, ...name, ...rest }]);
		const account = { communityId: scope.communityId, personId, username };
		await insertAccounts(
			scope.tx,
			[{ ...account, contactEmail: null, passwordHash: null }],
			scope.now
		);
	});
	return personId;
}

const person = (
	role: Role,
	personId: PersonId,
	relations: readonly Relation[] = []
): PersonActor => ({
	kind: 'person',
	communityId: app.communityId,
	personId,
	memberships: [{ role, siteId: null }],
	relations,
	band: null
});
const teaches = (learnerId: PersonId): Relation => ({ kind: 'teaches', learnerId, limits: [] });
const opens = (code: string) =>
	app.auth.local('write', (tx) =>
		opensDoor(
			tx,
			{ communityId: app.communityId, personId: mere },
			'code',
			plainCode(code),
			app.clock.now()
		)
	);

test('a code opens once, and a new one shuts the one before', async () => {
	const teacher = person('teacher', await addPerson('Ana', 'Kahu', 'ana'), [teaches(mere)]);
	const first = await app.change(teacher, (scope) => issueCode(scope, { personId: mere }));
	const second = await app.change(teacher, (scope) => issueCode(scope, { personId: mere }));
	if (!first.ok || !second.ok) throw new Error('a teacher may');
	expect(await opens(first.value.code)).toBe(false);
	expect(await opens(second.value.code)).toBe(true);
	expect(await opens(second.value.code)).toBe(false);
});

test('nobody else gives a code: another teacher, family, the learner, another community', async () => {
	const other = newUuid<PersonId>(app.clock.now());
	const elsewhere = await foundTestCommunity(app);
	const refused = [
		person('teacher', other, [teaches(other)]),
		person('family', other, [{ kind: 'family-of', learnerId: mere, limits: [] }]),
		person('learner', mere),
		{ ...person('administrator', other), communityId: elsewhere },
		system(app.communityId)
	];
	for (const actor of refused) {
		const result = await app.change(actor, (scope) => issueCode(scope, { personId: mere }));
		expect(result).toMatchObject({ ok: false, error: { code: 'people.not-found' } });
	}
});

test('visits are ended by the office alone', async () => {
	const teacher = person('teacher', mere, [teaches(mere)]);
	const office = person('administrator', mere);
	const end = (actor: Actor) => app.change(actor, (scope) => endVisits(scope, { personId: mere }));
	for (const actor of [teacher, person('learner', mere), person('leader', mere)])
		expect(await end(actor)).toEqual({ ok: false, error: { code: 'people.not-found' } });
	expect((await end(office)).ok).toBe(true);
});

test('five wrong codes shut the door, even for the right one', async () => {
	const office = person('administrator', newUuid<PersonId>(app.clock.now()));
	const locked = await addPerson('Tui', 'Rangi', 'tui.rangi');
	await app.auth.local('read', (tx) => findAccountOfPerson(tx, app.communityId, locked));
	const origin = { headers: new Headers(), address: '192.0.2.1' };
	for (let n = 0; n < 5; n++) {
		const wrong = await app.auth.signInWithCode('tui.rangi', 'AAAAA-AAAAA', origin);
		expect(wrong).toMatchObject({ error: { code: 'sign-in.code-wrong' } });
	}
	// The office looks the person up in the meantime; the door stays shut.
	await app.read(office, (scope) => searchPeople(scope, 'Tui'));
	const shut = await app.auth.signInWithCode('tui.rangi', 'AAAAA-AAAAA', origin);
	expect(shut).toMatchObject({ error: { code: 'sign-in.too-many-tries' } });
});

test('a password is chosen only after a code', async () => {
	const input = { password: 'eels swim at night' };
	const result = await app.change(person('learner', mere), (scope) => choosePassword(scope, input));
	expect(result).toMatchObject({ ok: false, error: { code: 'people.not-found' } });
});

test('search is blind to macrons and doubled vowels, and shut to everyone but the office', async () => {
	const office = person('administrator', mere);
	for (const words of ['mere', 'MĒRE', 'Taane', 'tāne']) {
		const found = await app.read(office, (scope) => searchPeople(scope, words));
		expect(found.map(({ fullName }) => fullName)).toEqual(['Mēre Tāne']);
	}
	expect(await app.read(person('teacher', mere), (scope) => searchPeople(scope, ''))).toEqual([]);
});

test('an installation is founded once, by the set-up page alone', async () => {
	const input = {
		name: 'Kura',
		siteName: 'Kura',
		timeZone: 'Pacific/Auckland',
		locale: 'en' as const,
		givenName: 'Hana',
		familyName: 'Reo',
		username: 'hana',
		password: 'eels swim at night'
	};
	const asPerson = await app.change(person('administrator', mere), (s) => foundCommunity(s, input));
	expect(asPerson).toMatchObject({ error: { code: 'people.not-found' } });
	const fresh = newUuid<CommunityId>(app.clock.now());
	expect(await app.change(system(fresh), (scope) => foundCommunity(scope, input))).toMatchObject({
		error: { code: 'sign-in.already-founded' }
	});
	const owner = new pg.Client(app.owner);
	await owner.connect();
	await owner.query('delete from local.community_directory');
	await owner.end();
	const weak = { ...input, password: 'password1' };
	expect(await app.change(system(fresh), (scope) => foundCommunity(scope, weak))).toMatchObject({
		error: { code: 'sign-in.password-common' }
	});
	expect((await app.change(system(fresh), (scope) => foundCommunity(scope, input))).ok).toBe(true);
});
