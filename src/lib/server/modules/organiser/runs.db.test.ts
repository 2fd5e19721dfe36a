import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Actor, Scope, SystemActor } from '../../platform/access/index.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import type { SiteId } from '../../platform/ids.ts';
import { present } from '../../platform/invariant.ts';
import { insertWishes } from './run.testing.ts';
import {
	getRunPage,
	getWeekPage,
	publishWeek,
	resumeRun,
	startRun,
	stopRun,
	takeBackWeek,
	workOnRun,
	type ChangeId,
	type RunId,
	type RunPace
} from './index.ts';
import type { OrganiserTables } from './organiser.tables.ts';
import { listHeld } from './published.store.ts';
import { lockRun, saveProgress } from './run.store.ts';
import { actorsOf, addTestWeek, holderAt, testId, type TestWeek } from './testing.ts';

let app: TestApp;
beforeAll(async () => (app = await createTestApp(inject('database'))));
afterAll(() => app.close());

const turnedAway = { ok: false, error: { code: 'organiser.not-found' } };
const look = <T>(work: (scope: Scope) => Promise<T>) =>
	app.changeAll(app.communityId, 'a test looks', work);
const system = (): SystemActor => ({
	kind: 'system',
	communityId: app.communityId,
	reason: 'a test runs'
});

/** A clock that is a millisecond later at each look: the same search at each run of the test. */
function pace(more: Partial<RunPace> = {}): RunPace {
	let now = 0;
	return {
		elapsed: () => (now += 10),
		sliceMs: 400,
		snapshotMs: 0,
		checkpointMoves: 64,
		...more
	};
}

/** A teacher of that site alone. */
const teacherAt = (week: TestWeek) => holderAt(app, week, 'teacher');

/** Nobody who makes this site's weeks: another site's teacher, the learner, their family, an aide of the site. */
function outsidersOf(week: TestWeek): readonly Actor[] {
	const { learner, family, teacher } = actorsOf(app, week);
	const elsewhere = {
		...teacher,
		memberships: [{ role: 'teacher' as const, siteId: testId<SiteId>() }]
	};
	const aide = holderAt(app, week, 'support');
	return [elsewhere, learner, family, aide];
}

async function weekWithWishes(): Promise<TestWeek> {
	const week = await addTestWeek(app);
	// Two places in each of three offers, one period: three first choices for the same one.
	await look((scope) => insertWishes(scope, week, week.learnerIds, [week.offerIds[0]]));
	return week;
}

const asking = ({ weekId }: TestWeek, runId = testId<RunId>()) => ({
	weekId,
	runId,
	name: 'A',
	seconds: 5
});

async function started(week: TestWeek) {
	const input = asking(week);
	await app.change(teacherAt(week), (scope) => startRun(scope, input));
	return input;
}
const runOf = (runId: RunId) => look((scope) => lockRun(scope, runId));

async function finished(week: TestWeek) {
	const input = await started(week);
	expect(await workOnRun(app, system(), input.runId, pace())).toBe('done');
	return input;
}

const publishing = ({ weekId }: TestWeek, runId: RunId, revision = 0) => ({
	weekId,
	runId,
	changeId: testId<ChangeId>(),
	revision
});

describe('a run', () => {
	test('is asked for once, however often it is sent; only who makes that site’s weeks may', async () => {
		const week = await addTestWeek(app);
		const input = asking(week);
		for (const actor of outsidersOf(week))
			expect(await app.change(actor, (scope) => startRun(scope, input))).toEqual(turnedAway);
		const send = () => app.change(teacherAt(week), (scope) => startRun(scope, input));
		expect((await send()).ok && (await send()).ok).toBe(true);
		expect(await runOf(input.runId)).toMatchObject({ state: 'waiting', spentMs: 0 });
		expect(await look((scope) => getRunPage(scope, week.weekId, [testId<RunId>()]))).toBeNull();
	});

	test('finds a complete week, keeps its input, and says how fair it is; nothing is published by it', async () => {
		const week = await weekWithWishes();
		const { runId } = await finished(week);
		const page = await look((scope) => getRunPage(scope, week.weekId, [runId]));
		const run = present(page?.runs[0], 'the run is there');
		expect(run.levels?.[0]).toBe(0);
		expect(run.report).toMatchObject({ wishers: 3, fairness: { firstChoice: 2 / 3 }, causes: [] });
		expect(run.plan?.sessions.flatMap(({ learners }) => learners)).toHaveLength(2);
		expect((run.curve ?? []).length).toBeGreaterThan(0);
		const shown = await look((scope) => getWeekPage(scope, week.weekId));
		expect(shown).toMatchObject({ sessions: 0, week: { state: 'open', revision: 0 } });
	});

	test('is stopped with the best week kept, and goes on later; only by whom it concerns', async () => {
		const week = await weekWithWishes();
		const input = await started(week);
		for (const actor of outsidersOf(week)) {
			expect(await app.change(actor, (scope) => stopRun(scope, input))).toEqual(turnedAway);
			expect(await app.change(actor, (scope) => resumeRun(scope, input))).toEqual(turnedAway);
		}
		let looks = 0;
		const stopping = pace({ sliceMs: 40, elapsed: () => (looks += 1) });
		// Told to stop while it is at work: the next look at the table ends it.
		const work = workOnRun(app, system(), input.runId, stopping);
		while ((await runOf(input.runId))?.state === 'waiting');
		await app.change(teacherAt(week), (scope) => stopRun(scope, input));
		expect(await work).toBe('stopped');
		const stopped = present(await runOf(input.runId), 'the run is there');
		expect(stopped.state).toBe('stopped');
		expect(stopped.plan?.sessions.length).toBeGreaterThan(0);
		await app.change(teacherAt(week), (scope) => resumeRun(scope, input));
		expect(await runOf(input.runId)).toMatchObject({ state: 'waiting', wantsStop: false });
		expect(await workOnRun(app, system(), input.runId, pace())).toBe('done');
	});

	test('one that has not begun is stopped without a week; one of another week is not found', async () => {
		const [week, other] = [await addTestWeek(app), await addTestWeek(app)];
		const input = await started(week);
		const wrong = { ...input, weekId: other.weekId };
		expect(await app.change(teacherAt(other), (scope) => stopRun(scope, wrong))).toEqual(
			turnedAway
		);
		await app.change(teacherAt(week), (scope) => stopRun(scope, input));
		expect(await runOf(input.runId)).toMatchObject({ state: 'stopped', plan: null });
		expect(await workOnRun(app, system(), input.runId, pace())).toBe('not-open');
		expect(
			await app.change(teacherAt(week), (scope) =>
				publishWeek(scope, publishing(week, input.runId))
			)
		).toEqual({ ok: false, error: { code: 'organiser.run-has-no-week' } });
	});

	test('a lost worker loses nothing published, and the next one goes on from what was kept', async () => {
		const week = await weekWithWishes();
		const first = await finished(week);
		await app.change(teacherAt(week), (scope) => publishWeek(scope, publishing(week, first.runId)));
		const before = await look((scope) => listHeld(scope, week.weekId));
		const input = await started(week);
		let looks = 0;
		const dying = pace({
			sliceMs: 40,
			elapsed: () => {
				looks += 1;
				if (looks > 400) throw new Error('killed');
				return looks;
			}
		});
		await expect(workOnRun(app, system(), input.runId, dying)).rejects.toThrow('killed');
		const left = present(await runOf(input.runId), 'the run is there');
		expect(left.state).toBe('running');
		const kept = present(left.snapshot, 'a snapshot was kept');
		expect(await look((scope) => listHeld(scope, week.weekId))).toEqual(before);
		expect(await workOnRun(app, system(), input.runId, pace())).toBe('done');
		const done = present(await runOf(input.runId), 'the run is there');
		expect(done.snapshot?.walk.moves).toBeGreaterThan(kept.walk.moves);
		expect(await look((scope) => listHeld(scope, week.weekId))).toEqual(before);
		expect(
			await look((scope) =>
				saveProgress(scope, input.runId, { curve: [], levels: [], spentMs: 1, snapshot: null })
			)
		).toBeUndefined();
	});

	test('uses no list that was said after wishes closed: who was in time comes first', async () => {
		const week = await addTestWeek(app, { wishHours: -1 });
		await look((scope) => insertWishes(scope, week, week.learnerIds, [week.offerIds[0]]));
		const { runId } = await finished(week);
		const page = await look((scope) => getRunPage(scope, week.weekId, [runId]));
		expect(page?.runs[0]?.report).toMatchObject({ wishers: 0, seats: 0 });
	});

	test('a week without learners, offers or people is complete at once', async () => {
		const week = await addTestWeek(app);
		const { runId } = await finished(week);
		expect(await runOf(runId)).toMatchObject({ state: 'done' });
	});
});

describe('publishing', () => {
	test('gives everyone their seats with why, and every unmet wish its cause', async () => {
		const week = await weekWithWishes();
		const { runId } = await finished(week);
		const input = publishing(week, runId);
		for (const actor of outsidersOf(week))
			expect(await app.change(actor, (scope) => publishWeek(scope, input))).toEqual(turnedAway);
		const send = () => app.change(teacherAt(week), (scope) => publishWeek(scope, input));
		expect((await send()).ok).toBe(true);
		// Sent again: published once.
		expect((await send()).ok).toBe(true);
		const page = await look((scope) => getWeekPage(scope, week.weekId));
		expect(page?.week).toMatchObject({ state: 'published', revision: 1, publishedRunId: runId });
		const { seats, unmet, fairness } = await look((scope) => publishedRows(scope, week));
		expect(seats.map(({ why, rank }) => [why, rank])).toEqual([
			['wish', 1],
			['wish', 1]
		]);
		expect(unmet.map(({ cause }) => cause)).toEqual(['organiser.wish-full']);
		expect(fairness).toHaveLength(3);
		expect(Math.max(...fairness.map(({ credit }) => credit))).toBeGreaterThan(0);
	});

	test('a page that was overtaken, and a run that things have overtaken, are refused', async () => {
		const week = await weekWithWishes();
		const { runId } = await finished(week);
		const publish = (revision: number) =>
			app.change(teacherAt(week), (scope) => publishWeek(scope, publishing(week, runId, revision)));
		expect(await publish(3)).toEqual({ ok: false, error: { code: 'organiser.week-stale' } });
		await look((scope) => retireOffer(scope, week));
		expect(await publish(0)).toEqual({ ok: false, error: { code: 'organiser.run-outdated' } });
		expect((await look((scope) => getWeekPage(scope, week.weekId)))?.sessions).toBe(0);
	});

	test('can be taken back at once, not by others, not after it changed; the revision goes on', async () => {
		const week = await weekWithWishes();
		const { runId } = await finished(week);
		await app.change(teacherAt(week), (scope) => publishWeek(scope, publishing(week, runId)));
		const input = { weekId: week.weekId, revision: 1 };
		for (const actor of outsidersOf(week))
			expect(await app.change(actor, (scope) => takeBackWeek(scope, input))).toEqual(turnedAway);
		expect(
			await app.change(teacherAt(week), (scope) => takeBackWeek(scope, { ...input, revision: 0 }))
		).toEqual({ ok: false, error: { code: 'organiser.week-stale' } });
		expect((await app.change(teacherAt(week), (scope) => takeBackWeek(scope, input))).ok).toBe(
			true
		);
		const page = await look((scope) => getWeekPage(scope, week.weekId));
		expect(page).toMatchObject({ sessions: 0, week: { state: 'open', revision: 2 } });
		const again = publishing(week, runId, 2);
		expect((await app.change(teacherAt(week), (scope) => publishWeek(scope, again))).ok).toBe(true);
		expect((await look((scope) => listHeld(scope, week.weekId))).length).toBeGreaterThan(0);
	});
});

async function publishedRows(scope: Scope, { weekId }: TestWeek) {
	const db = scope.tx.$extendTables<OrganiserTables>();
	const of = { community: scope.communityId, week: weekId };
	return {
		seats: await db
			.selectFrom('week_seat')
			.select(['why', 'rank'])
			.where('community_id', '=', of.community)
			.where('week_id', '=', of.week)
			.execute(),
		unmet: await db
			.selectFrom('unmet_wish')
			.select('cause')
			.where('community_id', '=', of.community)
			.where('week_id', '=', of.week)
			.execute(),
		fairness: await db
			.selectFrom('week_fairness')
			.select(['learner_id', 'credit'])
			.where('community_id', '=', of.community)
			.where('week_id', '=', of.week)
			.execute()
	};
}

const retireOffer = (scope: Scope, { offerIds }: TestWeek) =>
	scope.tx
		.$extendTables<OrganiserTables>()
		.updateTable('offer')
		.set({ retired_at: scope.now })
		.where('community_id', '=', scope.communityId)
		.where('offer_id', '=', offerIds[0])
		.execute();
