import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Actor, Role } from '../../../platform/access/index.ts';
import { createTestApp, foundTestCommunity, type TestApp } from '../../../platform/db/testing.ts';
import { newUuid, type OutcomeId } from '../../../platform/ids.ts';
import { someone, testSystem } from '../../curriculum/testing.ts';
import { addStrand } from '../../evidence/testing.ts';
import {
	addOpportunities,
	findOpportunity,
	findSourceOpportunities,
	listOpportunityTitles,
	searchOpportunities,
	type NewOpportunity
} from '../index.ts';

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp(inject('database'));
});
afterAll(() => app.close());

const about = (sourceId: string, more: Partial<NewOpportunity> = {}): NewOpportunity => ({
	sourceId,
	kind: 'task',
	title: `Share ${sourceId}`,
	about: 'Share something fairly.',
	place: 'home',
	mode: 'make',
	company: 'alone',
	provenance: 'a test',
	...more
});

const bring = (actor: Actor, source: string, ...opportunities: readonly NewOpportunity[]) =>
	app.change(actor, (scope) => addOpportunities(scope, { source, opportunities }));
const known = (source: string, communityId = app.communityId) =>
	app.read(testSystem(communityId), (scope) => findSourceOpportunities(scope, source));

test.each<Role>(['learner', 'family', 'teacher', 'mentor', 'support', 'leader', 'council'])(
	'a %s brings nothing into the bank',
	async (role) => {
		expect(await bring(someone(app.communityId, role), role, about('bread'))).toEqual({
			ok: false,
			error: { code: 'opportunities.not-found' }
		});
		expect(await known(role)).toEqual(new Map());
	}
);

test('the office and the software do; coming again, words are renewed and nothing is doubled', async () => {
	const { outcomeIds } = await app.changeAll(app.communityId, 'a test', (scope) =>
		addStrand(scope, 'Fractions', ['share'])
	);
	const office = someone(app.communityId, 'administrator');
	const builds = outcomeIds.slice(0, 1);
	const first = await bring(office, 'catalogue', about('bread', { builds }), about('water'));
	expect(first).toMatchObject({ ok: true, value: { added: 2, known: 0 } });
	const renewed = about('bread', { title: 'Share a loaf', builds });
	const again = await bring(testSystem(app.communityId), 'catalogue', renewed, about('salt'));
	expect(again).toMatchObject({ ok: true, value: { added: 1, known: 1 } });
	const ids = await known('catalogue');
	expect([...ids.keys()].toSorted()).toEqual(['bread', 'salt', 'water']);
	const titles = await app.read(office, (scope) => listOpportunityTitles(scope, [...ids.values()]));
	const words = [...titles.values()].map((title) => JSON.stringify(title)).join();
	expect(words).toContain('Share a loaf');
	expect(words).not.toContain('Share bread');
});

test('another community neither sees them nor is renewed by them, and lends no outcome', async () => {
	const elsewhere = await foundTestCommunity(app);
	await bring(testSystem(app.communityId), 'shared', about('bread'));
	expect(await known('shared', elsewhere)).toEqual(new Map());
	const foreign = about('water', { builds: [newUuid<OutcomeId>(new Date())] });
	await expect(bring(testSystem(elsewhere), 'shared', foreign)).rejects.toMatchObject({
		code: '23503'
	});
	expect(await known('shared', elsewhere)).toEqual(new Map());
});

test('one is found by words of its title, and by its id with what it builds', async () => {
	const { outcomeIds } = await app.changeAll(app.communityId, 'a test', (scope) =>
		addStrand(scope, 'Measures', ['weigh'])
	);
	const builds = outcomeIds.slice(0, 1);
	const system = testSystem(app.communityId);
	await bring(system, 'findable', about('pumpkin', { title: 'Weigh a great pumpkin', builds }));
	const find = (words: string, communityId = app.communityId) =>
		app.read(testSystem(communityId), (scope) => searchOpportunities(scope, words));
	const [found] = await find('PUMPKIN weigh');
	expect(found?.title).toBe('Weigh a great pumpkin');
	expect(await find('pumpkin stone')).toEqual([]);
	const elsewhere = await foundTestCommunity(app);
	expect(await find('pumpkin', elsewhere)).toEqual([]);
	if (!found) throw new Error('it was found');
	const read = (communityId = app.communityId) =>
		app.read(testSystem(communityId), (scope) => findOpportunity(scope, found.opportunityId));
	expect(await read()).toMatchObject({ title: 'Weigh a great pumpkin', builds });
	expect(await read(elsewhere)).toBeUndefined();
});
