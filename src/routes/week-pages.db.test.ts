import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
	publishWeek,
	runAtOnce,
	startRun,
	type ChangeId,
	type OrganiserTables,
	type RunId
} from '#lib/server/modules/organiser/index.ts';
import { insertWishes } from '#lib/server/modules/organiser/run.testing.ts';
import { addAt } from '#lib/server/modules/organiser/site.testing.ts';
import {
	actorsOf,
	addTestWeek,
	holderAt,
	testId,
	type TestWeek
} from '#lib/server/modules/organiser/testing.ts';
import { listAccess } from '#lib/server/modules/people/index.ts';
import type { PersonActor } from '#lib/server/platform/access/index.ts';
import { fixedClock } from '#lib/server/platform/clock/index.ts';
import { countingStatements } from '#lib/server/platform/db/statements.ts';
import { createTestApp, type TestApp } from '#lib/server/platform/db/testing.ts';
import { present } from '#lib/server/platform/invariant.ts';
import { load as loadFamilyWeek } from './(family)/family/[learnerId]/week/+page.server.ts';
import { load as loadSites } from './(lead)/settings/sites/+page.server.ts';
import { load as loadSite } from './(lead)/settings/sites/[siteId]/+page.server.ts';
import { load as loadOwnWeek } from './(learner)/week/+page.server.ts';
import { load as loadOwnWishes } from './(learner)/week/wishes/+page.server.ts';
import { load as loadAway } from './(staff)/staff/away/+page.server.ts';
import { load as loadOffers } from './(staff)/staff/offers/+page.server.ts';
import { load as loadOffer } from './(staff)/staff/offers/[offerId]/+page.server.ts';
import { load as loadNewOffer } from './(staff)/staff/offers/new/+page.server.ts';
import { load as loadWeeks } from './(staff)/staff/week/+page.server.ts';
import { load as loadWeek } from './(staff)/staff/week/[weekId]/+page.server.ts';
import { load as loadCalls } from './(staff)/staff/week/[weekId]/calls/+page.server.ts';
import { load as loadChanges } from './(staff)/staff/week/[weekId]/changes/+page.server.ts';
import { load as loadPrint } from './(staff)/staff/week/[weekId]/print/+page.server.ts';
import { load as loadRuns } from './(staff)/staff/week/[weekId]/runs/+page.server.ts';
import { load as loadRun } from './(staff)/staff/week/[weekId]/runs/[runId]/+page.server.ts';
import { load as loadCompare } from './(staff)/staff/week/[weekId]/runs/compare/+page.server.ts';
import { load as loadWishes } from './(staff)/staff/week/[weekId]/wishes/+page.server.ts';
import { load as loadRoll } from './(staff)/staff/week/session/[sessionId]/+page.server.ts';
import { openPage, type Page } from './testing.ts';

const clock = fixedClock(new Date('2026-11-24T00:00:00Z'));
/** A published week, the run it is from, and everybody who could come to its pages. */
let app: TestApp;
let ours: TestWeek;
let theirs: TestWeek;
let runId: RunId;
let sessionId: string;
let learner: PersonActor;
let family: PersonActor;
let office: PersonActor;

const teacher = () => holderAt(app, ours, 'teacher');
const leader = () => holderAt(app, ours, 'leader');
const aide = () => holderAt(app, ours, 'support');
const teacherElsewhere = () => holderAt(app, theirs, 'teacher');
const otherLearner = () => actorsOf(app, theirs).learner;

beforeAll(async () => {
	app = await createTestApp(inject('database'), { clock });
	ours = await addTestWeek(app);
	theirs = await addTestWeek(app);
	({ learner } = actorsOf(app, ours));
	const parent = await addAt(app, 'family', null);
	family = {
		...parent,
		relations: [{ kind: 'family-of', learnerId: learner.personId, limits: [] }]
	};
	office = await addAt(app, 'administrator', null);
	runId = testId<RunId>();
	await app.changeAll(app.communityId, 'a test', (scope) =>
		insertWishes(scope, ours, ours.learnerIds, [ours.offerIds[0]])
	);
	await app.change(teacher(), async (scope) => {
		const asked = await startRun(scope, { weekId: ours.weekId, runId, name: 'A', seconds: 5 });
		await runAtOnce(scope, runId, 256);
		return asked;
	});
	const published = await app.change(teacher(), (scope) =>
		publishWeek(scope, {
			weekId: ours.weekId,
			runId,
			changeId: testId<ChangeId>(),
			revision: 0
		})
	);
	expect(published).toMatchObject({ ok: true });
	({ session_id: sessionId } = await app.changeAll(app.communityId, 'a test', (scope) =>
		scope.tx
			.$extendTables<OrganiserTables>()
			.selectFrom('week_session')
			.select('session_id')
			.where('community_id', '=', scope.communityId)
			.executeTakeFirstOrThrow()
	));
});
afterAll(() => app.close());

/** Opens a page of our week; what a page has no use for it does not read. */
const open = (page: Page, actor: PersonActor, search = '', changed: Record<string, string> = {}) =>
	openPage(app, page, actor, {
		params: {
			weekId: ours.weekId,
			runId,
			sessionId,
			offerId: ours.offerIds[0],
			siteId: ours.siteId,
			learnerId: learner.personId,
			...changed
		},
		search
	});

const refused = { status: 404 };

describe('pages of a site’s week', () => {
	const pages: readonly (readonly [string, Page])[] = [
		['the week', loadWeek],
		['its calls', loadCalls],
		['its wishes', loadWishes],
		['its changes', loadChanges],
		['its runs', loadRuns],
		['a run', loadRun],
		['runs side by side', loadCompare],
		['the week on paper', loadPrint]
	];

	test.each(pages)('%s: opened by who makes the weeks of the site', async (_, page) => {
		for (const actor of [teacher(), leader(), office])
			expect(await open(page, actor)).toMatchObject({ weekId: ours.weekId, siteName: 'Site' });
	});

	test.each(pages)(
		'%s: by nobody else, and a week that is not there looks alike',
		async (_, page) => {
			for (const actor of [teacherElsewhere(), aide(), learner, otherLearner(), family])
				await expect(open(page, actor)).rejects.toMatchObject(refused);
			for (const weekId of [testId(), 'nothing'])
				await expect(open(page, teacher(), '', { weekId })).rejects.toMatchObject(refused);
			if (page === loadRun)
				await expect(open(page, teacher(), '', { runId: testId() })).rejects.toMatchObject(refused);
		}
	);

	test('runs of another week are not compared', async () => {
		const asked = `?run=${runId}&run=${testId()}`;
		expect(await open(loadCompare, teacher(), `?run=${runId}`)).toMatchObject({
			runs: [{ runId, name: 'A' }]
		});
		const elsewhere = { weekId: theirs.weekId };
		await expect(open(loadCompare, teacherElsewhere(), asked, elsewhere)).rejects.toMatchObject(
			refused
		);
	});
});

describe('the roll of a session', () => {
	test('is taken by who works at the site', async () => {
		for (const actor of [teacher(), aide(), office])
			expect(await open(loadRoll, actor)).toMatchObject({ title: 'Offer 1' });
	});

	test('is nobody else’s, and no other text names one', async () => {
		for (const actor of [teacherElsewhere(), learner, otherLearner(), family])
			await expect(open(loadRoll, actor)).rejects.toMatchObject(refused);
		for (const named of [testId(), 'nothing'])
			await expect(open(loadRoll, teacher(), '', { sessionId: named })).rejects.toMatchObject(
				refused
			);
	});
});

describe('pages about the weeks of a site', () => {
	const pages: readonly (readonly [string, Page])[] = [
		['what is offered', loadOffers],
		['a new offer', loadNewOffer],
		['who is away', loadAway]
	];

	test.each(pages)('%s: each sees their own site', async (_, page) => {
		const asked = `?site=${ours.siteId}`;
		for (const actor of [teacher(), office])
			expect(await open(page, actor, asked)).toMatchObject({ site: { siteId: ours.siteId } });
		expect(await open(page, teacherElsewhere(), asked)).toMatchObject({
			site: { siteId: theirs.siteId }
		});
	});

	test.each(pages)('%s: nobody who makes no weeks', async (_, page) => {
		for (const actor of [aide(), learner, family])
			await expect(open(page, actor)).rejects.toMatchObject(refused);
	});

	test('one offer: by who makes the weeks of its site alone', async () => {
		expect(await open(loadOffer, teacher())).toMatchObject({ title: 'Offer 1' });
		for (const actor of [teacherElsewhere(), aide(), learner, family])
			await expect(open(loadOffer, actor)).rejects.toMatchObject(refused);
		await expect(open(loadOffer, teacher(), '', { offerId: testId() })).rejects.toMatchObject(
			refused
		);
	});

	test('all weeks: those of one’s own sites', async () => {
		const sites = [{ siteId: ours.siteId, weeks: [{ weekId: ours.weekId, state: 'published' }] }];
		expect(await open(loadWeeks, teacher())).toMatchObject({ sites });
		expect(await open(loadWeeks, teacherElsewhere())).toMatchObject({
			sites: [{ siteId: theirs.siteId, weeks: [{ weekId: theirs.weekId }] }]
		});
		for (const actor of [aide(), learner])
			expect(await open(loadWeeks, actor)).toMatchObject({ sites: [] });
	});
});

describe('a learner’s own week', () => {
	const on = () => `?on=${ours.startsOn}`;

	test('is theirs, with nobody else’s seat in it', async () => {
		const { learnerId, week } = await open(loadOwnWeek, learner, on()).then(toWeekData);
		expect([learnerId, week?.state]).toEqual([learner.personId, 'published']);
		expect(await open(loadOwnWeek, otherLearner(), on())).toMatchObject({
			learnerId: otherLearner().personId,
			week: { weekId: theirs.weekId, state: 'open' }
		});
	});

	test('is nothing for who learns nowhere', async () => {
		for (const actor of [family, office])
			expect(await open(loadOwnWeek, actor, on())).toMatchObject({ week: null, lines: [] });
	});

	test('wishes are said for a week of one’s own site', async () => {
		const search = `?week=${theirs.weekId}`;
		expect(await open(loadOwnWishes, otherLearner(), search)).toMatchObject({
			page: { view: { weekId: theirs.weekId } }
		});
		for (const actor of [learner, family, office])
			expect(await open(loadOwnWishes, actor, search)).toEqual({ page: null });
	});

	test('their family sees it, and that is written down', async () => {
		const before = await accessRows();
		const { learnerId, week } = await open(loadFamilyWeek, family, on()).then(toWeekData);
		expect([learnerId, week?.state]).toEqual([learner.personId, 'published']);
		expect(await accessRows()).toBe(before + 1);
	});

	test('nobody else comes to it through the family’s page, and no trace is left', async () => {
		const before = await accessRows();
		for (const actor of [learner, otherLearner(), teacher(), office])
			await expect(open(loadFamilyWeek, actor, on())).rejects.toMatchObject(refused);
		for (const learnerId of [otherLearner().personId, 'nobody'])
			await expect(open(loadFamilyWeek, family, on(), { learnerId })).rejects.toMatchObject(
				refused
			);
		expect(await accessRows()).toBe(before);
	});
});

const accessRows = async () =>
	(await app.read(learner, (scope) => listAccess(scope, learner.personId))).length;

interface WeekData {
	readonly learnerId: string;
	readonly week: { readonly state: string } | null;
}
// SAFETY: both pages of a learner's week give these two.
const toWeekData = (data: unknown) => data as WeekData;

describe('what a week of a site is made of', () => {
	const pages: readonly (readonly [string, Page])[] = [
		['the sites', loadSites],
		['a site', loadSite]
	];

	test.each(pages)('%s: set up by the office alone', async (_, page) => {
		expect(await open(page, office)).toBeDefined();
		for (const actor of [teacher(), leader(), aide(), learner, family])
			await expect(open(page, actor)).rejects.toMatchObject(refused);
	});

	test('a site that is not there', async () => {
		for (const siteId of [testId(), 'nothing'])
			await expect(open(loadSite, office, '', { siteId })).rejects.toMatchObject(refused);
	});
});

describe('statements of a page, without the two of the session', () => {
	type Who = 'teacher' | 'office' | 'learner' | 'family';
	const actors: Record<Who, () => PersonActor> = {
		teacher,
		office: () => office,
		learner: () => learner,
		family: () => family
	};
	const counted: readonly (readonly [Who, number, Readonly<Record<string, Page>>])[] = [
		[
			'teacher',
			8,
			{
				loadWeeks,
				loadWeek,
				loadCalls,
				loadWishes,
				loadChanges,
				loadRuns,
				loadRun,
				loadCompare,
				loadPrint,
				loadRoll,
				loadOffers,
				loadNewOffer,
				loadOffer,
				loadAway
			}
		],
		['office', 8, { loadSites, loadSite }],
		['learner', 4, { loadOwnWeek, loadOwnWishes }],
		['family', 4, { loadFamilyWeek }]
	];

	test.each(counted)('%s: %i at most', async (who, most, pages) => {
		const counts: Record<string, number> = {};
		for (const [name, page] of Object.entries(pages)) {
			counts[name] = await countingStatements(async (statements) => {
				await open(page, present(actors[who], 'the actor')());
				return statements.count;
			});
		}
		expect(Object.entries(counts).filter(([, count]) => count > most)).toEqual([]);
		expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
	});
});
