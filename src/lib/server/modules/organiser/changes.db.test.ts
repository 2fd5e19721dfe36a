import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Actor, PersonActor, Scope } from '../../platform/access/index.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import type { SiteId } from '../../platform/ids.ts';
import { present } from '../../platform/invariant.ts';
import {
	applyChange,
	getChangesPage,
	getWeekPage,
	previewChange,
	priceWish,
	publishWeek,
	startRun,
	workOnRun,
	type ChangeId,
	type ChangeRequest,
	type RunId
} from './index.ts';
import { listHeld } from './published.store.ts';
import { insertWishes } from './run.testing.ts';
import { actorsOf, addTestWeek, holderAt, testId, type TestWeek } from './testing.ts';

let app: TestApp;
beforeAll(async () => (app = await createTestApp(inject('database'))));
afterAll(() => app.close());

const turnedAway = { ok: false, error: { code: 'organiser.not-found' } };
const look = <T>(work: (scope: Scope) => Promise<T>) =>
	app.changeAll(app.communityId, 'a test looks', work);

const teacherAt = (week: TestWeek) => holderAt(app, week, 'teacher');
const teacherElsewhere = (week: TestWeek): PersonActor => ({
	...actorsOf(app, week).teacher,
	memberships: [{ role: 'teacher', siteId: testId<SiteId>() }]
});
const outsidersOf = (week: TestWeek): readonly Actor[] => {
	const { learner, family } = actorsOf(app, week);
	return [teacherElsewhere(week), learner, family];
};

/** Three learners wish for two places; the week is published, so one wish is unmet. */
async function published(): Promise<TestWeek> {
	const week = await addTestWeek(app);
	await look((scope) => insertWishes(scope, week, week.learnerIds, [week.offerIds[0]]));
	const teacher = teacherAt(week);
	const runId = testId<RunId>();
	const { weekId } = week;
	await app.change(teacher, (scope) => startRun(scope, { weekId, runId, name: 'A', seconds: 5 }));
	let now = 0;
	const system = { kind: 'system', communityId: app.communityId, reason: 'a test runs' } as const;
	await workOnRun(app, system, runId, {
		elapsed: () => (now += 100),
		sliceMs: 5_000,
		snapshotMs: 0,
		checkpointMoves: 64
	});
	const changeId = testId<ChangeId>();
	const done = await app.change(teacher, (scope) =>
		publishWeek(scope, { weekId, runId, changeId, revision: 0 })
	);
	expect(done.ok).toBe(true);
	return week;
}

const heldIn = (week: TestWeek) => look((scope) => listHeld(scope, week.weekId));
const unseated = async (week: TestWeek) => {
	const seated = (await heldIn(week)).flatMap(({ learnerIds }) => learnerIds);
	return present(
		week.learnerIds.find((id) => !seated.includes(id)),
		'somebody has no seat'
	);
};

async function cancelling(week: TestWeek): Promise<ChangeRequest> {
	const [session] = await heldIn(week);
	const { sessionId } = present(session, 'a session is held');
	return { weekId: week.weekId, what: 'cancel', sessionId };
}

describe('a change of a published week', () => {
	test('says first whom it touches, and does it once; only who makes that site’s weeks may', async () => {
		const week = await published();
		const request = await cancelling(week);
		for (const actor of outsidersOf(week))
			expect(await app.change(actor, (scope) => previewChange(scope, request))).toEqual(turnedAway);
		const seen = await app.change(teacherAt(week), (scope) => previewChange(scope, request));
		if (!seen.ok) throw new Error(seen.error.code);
		expect(seen.value).toMatchObject({ closed: 1, revision: 1 });
		expect(seen.value.touched).toHaveLength(2);
		expect(await heldIn(week)).toHaveLength(1);
		const fields = {
			changeId: testId<ChangeId>(),
			revision: seen.value.revision,
			digest: seen.value.digest,
			words: 'The kiln broke'
		};
		for (const actor of outsidersOf(week))
			expect(await app.change(actor, (scope) => applyChange(scope, request, fields))).toEqual(
				turnedAway
			);
		const apply = () => app.change(teacherAt(week), (scope) => applyChange(scope, request, fields));
		expect(await apply()).toMatchObject({ ok: true, value: { touched: 2 } });
		expect(await heldIn(week)).toHaveLength(0);
		const page = await look((scope) => getChangesPage(scope, week.weekId));
		expect(page?.changes.map(({ kind, touched, words }) => [kind, touched, words])).toEqual([
			['by-hand', 2, 'The kiln broke'],
			['published', 2, null]
		]);
		expect((await look((scope) => getWeekPage(scope, week.weekId)))?.week.changes).toBe(1);
	});

	test('a preview that was overtaken is refused, and nothing is done', async () => {
		const week = await published();
		const request = await cancelling(week);
		const seen = await app.change(teacherAt(week), (scope) => previewChange(scope, request));
		if (!seen.ok) throw new Error(seen.error.code);
		const { digest } = seen.value;
		const apply = (more: { revision: number; digest: string }) =>
			app.change(teacherAt(week), (scope) =>
				applyChange(scope, request, { changeId: testId<ChangeId>(), words: null, ...more })
			);
		const stale = { ok: false, error: { code: 'organiser.week-stale' } };
		expect(await apply({ revision: 0, digest })).toEqual(stale);
		expect(await apply({ revision: 1, digest: '0'.repeat(32) })).toEqual(stale);
		expect(await heldIn(week)).toHaveLength(1);
	});

	test('an open week has nothing to change; an absence is kept with the change', async () => {
		const open = await addTestWeek(app);
		const nothing = { weekId: open.weekId, what: 'facts' as const };
		expect(await app.change(teacherAt(open), (scope) => previewChange(scope, nothing))).toEqual({
			ok: false,
			error: { code: 'organiser.not-published' }
		});
		const week = await published();
		const request: ChangeRequest = {
			weekId: week.weekId,
			what: 'away',
			personId: week.teacherId,
			day: week.startsOn,
			periodId: null
		};
		const seen = await app.change(teacherAt(week), (scope) => previewChange(scope, request));
		if (!seen.ok) throw new Error(seen.error.code);
		expect(seen.value.closed).toBe(1);
		const { revision, digest } = seen.value;
		const fields = { changeId: testId<ChangeId>(), revision, digest, words: null };
		await app.change(teacherAt(week), (scope) => applyChange(scope, request, fields));
		// Known now: the same again changes nothing more.
		const again = { weekId: week.weekId, what: 'facts' as const };
		expect(await app.change(teacherAt(week), (scope) => previewChange(scope, again))).toEqual({
			ok: false,
			error: { code: 'organiser.nothing-changed' }
		});
	});

	test('a wish is granted by hand of those who stand to the learner alone', async () => {
		const week = await published();
		const learnerId = await unseated(week);
		const request: ChangeRequest = {
			weekId: week.weekId,
			what: 'wish',
			learnerId,
			offerId: week.offerIds[0]
		};
		const colleague = { ...teacherAt(week), relations: [] };
		expect(await app.change(colleague, (scope) => previewChange(scope, request))).toEqual(
			turnedAway
		);
		const seen = await app.change(teacherAt(week), (scope) => previewChange(scope, request));
		expect(seen.ok || seen.error.code).toBe('organiser.wish-not-possible');
	});
});

describe('the price of a wish', () => {
	test('is said in counts to the learner and the adults around them, and kept', async () => {
		const week = await published();
		const learnerId = await unseated(week);
		const input = { weekId: week.weekId, learnerId, offerId: week.offerIds[0] };
		const { learner, teacher } = actorsOf(app, week);
		const strangers: readonly Actor[] = [
			{
				...learner,
				personId: present(
					week.learnerIds.find((id) => id !== learnerId),
					'another'
				)
			},
			{ ...teacher, relations: [] }
		];
		for (const actor of strangers)
			expect(await app.change(actor, (scope) => priceWish(scope, input))).toEqual(turnedAway);
		const self = { ...learner, personId: learnerId };
		const told = await app.change(self, (scope) => priceWish(scope, input));
		if (!told.ok) throw new Error(told.error.code);
		const words = JSON.stringify(told.value);
		for (const other of week.learnerIds) expect(words).not.toContain(other);
		expect(told.value).toMatchObject({
			price: { possible: true, othersTouched: 1, othersLosing: 1 },
			givesUp: []
		});
		expect(await app.change(teacher, (scope) => priceWish(scope, input))).toEqual(told);
	});

	test('of a wish that was granted there is none', async () => {
		const week = await published();
		const missing = await unseated(week);
		const granted = present(
			week.learnerIds.find((id) => id !== missing),
			'somebody has a seat'
		);
		const input = { weekId: week.weekId, learnerId: granted, offerId: week.offerIds[0] };
		const self = { ...actorsOf(app, week).learner, personId: granted };
		expect(await app.change(self, (scope) => priceWish(scope, input))).toEqual(turnedAway);
	});
});
