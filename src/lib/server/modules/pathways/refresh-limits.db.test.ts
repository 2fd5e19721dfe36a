import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { fixedClock, isSchoolDay, type SchoolDay } from '../../platform/clock/index.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import { newUuid, type PersonId, type SiteId } from '../../platform/ids.ts';
import { insertMemberships, insertPeople } from '../people/index.ts';
import { insertClosedDays, insertSites, insertTerms } from '../school/index.ts';
import { refreshLimits } from './index.ts';

let app: TestApp;
/** Monday evening in London, Tuesday morning in Auckland. */
const now = new Date('2026-03-02T20:00:00Z');
const [here, nowhere] = [newUuid<PersonId>(now), newUuid<PersonId>(now)];

function day(text: string): SchoolDay {
	if (!isSchoolDay(text)) throw new Error(text);
	return text;
}

beforeAll(async () => {
	app = await createTestApp(inject('database'), { clock: fixedClock(now) });
	await app.changeAll(app.communityId, 'a test', async (scope) => {
		const siteId = newUuid<SiteId>(now);
		const site = {
			siteId,
			name: 'Kura',
			timeZone: 'Pacific/Auckland',
			locale: 'en',
			sourceId: null
		};
		await insertSites(scope, [site]);
		const term = {
			termId: newUuid(now),
			siteId,
			name: 'Term 1',
			kind: 'term',
			sourceId: null
		} as const;
		await insertTerms(scope, [{ ...term, startsOn: day('2026-02-02'), endsOn: day('2026-03-11') }]);
		await insertClosedDays(scope, [{ siteId, day: day('2026-03-05'), reason: 'Teachers only' }]);
		await insertPeople(
			scope,
			[here, nowhere].map((personId) => ({
				personId,
				givenName: 'Aroha',
				familyName: 'Test',
				called: 'Aroha',
				birthDate: null,
				grade: '07',
				band: null,
				sourceId: null
			}))
		);
		await insertMemberships(scope, [
			{ personId: here, siteId, role: 'learner', startsAt: new Date(0), endsAt: null }
		]);
	});
});
afterAll(() => app.close());

const limitsOf = (learnerId: PersonId) =>
	app.read({ kind: 'system', communityId: app.communityId, reason: 'a test' }, (scope) =>
		refreshLimits(scope, learnerId, '8-11')
	);

test('days off are those of the learner’s own site: weekend, closed day, holidays', async () => {
	const { minutesPerDay, daysOff } = await limitsOf(here);
	expect(minutesPerDay).toBe(9);
	expect([...daysOff]).toEqual([2, 4, 5, 9, 10, 11, 12, 13]);
});

test('a learner without a site has the plain week', async () => {
	expect([...(await limitsOf(nowhere)).daysOff]).toEqual([5, 6, 12, 13]);
});
