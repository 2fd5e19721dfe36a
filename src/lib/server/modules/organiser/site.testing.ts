import type { PersonActor, Role } from '../../platform/access/index.ts';
import { isSchoolDay, type SchoolDay } from '../../platform/clock/index.ts';
import type { TestApp } from '../../platform/db/testing.ts';
import { newUuid, type PersonId, type SiteId, type Uuid } from '../../platform/ids.ts';
import { insertMemberships, insertPeople } from '../people/index.ts';
import { insertSites, insertTerms, startGrid } from '../school/index.ts';
import type { AddOfferInput } from './index.ts';
import type { OfferId } from './organiser.tables.ts';

export function toTestDay(text: string): SchoolDay {
	if (!isSchoolDay(text)) throw new Error(text);
	return text;
}

/** A site with a grid of five days and a term from 2 February to 17 December 2026. */
export async function addTestSite(app: TestApp): Promise<SiteId> {
	const siteId = newUuid<SiteId>(app.clock.now());
	await app.changeAll(app.communityId, 'a test', async (scope) => {
		await insertSites(scope, [
			{ siteId, name: 'Site', timeZone: 'Pacific/Auckland', locale: 'en', sourceId: null }
		]);
		await startGrid(scope, { siteId, block: 'Block', break: 'Break', lunch: 'Lunch' });
		const term = { termId: newUuid<Uuid>(app.clock.now()), siteId, name: 'Year', sourceId: null };
		const days = { startsOn: toTestDay('2026-02-02'), endsOn: toTestDay('2026-12-17') };
		await insertTerms(scope, [{ ...term, ...days, kind: 'term' }]);
	});
	return siteId;
}

/** A person with one membership, as an actor. */
export async function addAt(
	app: TestApp,
	role: Role,
	siteId: SiteId | null,
	called: string = role
): Promise<PersonActor> {
	const personId = newUuid<PersonId>(app.clock.now());
	const startsAt = new Date(app.clock.now().getTime() - 1_000);
	await app.changeAll(app.communityId, 'a test', async (scope) => {
		const name = { givenName: called, familyName: 'Test', called };
		await insertPeople(scope, [
			{ personId, ...name, birthDate: null, grade: null, band: null, sourceId: null }
		]);
		await insertMemberships(scope, [{ personId, siteId, role, startsAt, endsAt: null }]);
	});
	return {
		kind: 'person',
		communityId: app.communityId,
		personId,
		memberships: [{ role, siteId }],
		relations: [],
		band: role === 'learner' ? '8-11' : null,
		timeZone: 'Pacific/Auckland'
	};
}

/** A workshop as its form would send it. */
export const testOffer = (siteId: SiteId, more: Partial<AddOfferInput> = {}): AddOfferInput => ({
	offerId: newUuid<OfferId>(new Date()),
	siteId,
	kind: 'workshop',
	title: 'Bread and fractions',
	about: '',
	opportunityId: null,
	ageFrom: null,
	ageTo: null,
	sections: 2,
	minimum: 2,
	maximum: 8,
	grouping: 'any',
	ageSpread: null,
	needsRoom: true,
	features: [],
	'periodIds[]': [],
	'adultIds[]': [],
	usualAdultId: null,
	'builds[]': [],
	'needs[]': [],
	cost: null,
	currency: '',
	fromDay: null,
	untilDay: null,
	...more
});
