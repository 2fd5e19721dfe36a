import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Actor, PersonActor, Role, Scope } from '../../platform/access/index.ts';
import { isSchoolDay, type SchoolDay } from '../../platform/clock/index.ts';
import { createTestApp, foundTestCommunity, type TestApp } from '../../platform/db/testing.ts';
import {
	newUuid,
	type CommunityId,
	type PersonId,
	type SiteId,
	type Uuid
} from '../../platform/ids.ts';
import type { Failure, Result } from '../../platform/result.ts';
import {
	closeDays,
	copyDay,
	insertSites,
	listAllRooms,
	listClosedDays,
	listPeriods,
	listSitesSetUp,
	listSiteTerms,
	openDays,
	removePeriod,
	removeTerm,
	restoreRoom,
	retireRoom,
	savePeriod,
	saveRoom,
	saveTerm,
	startGrid,
	type PeriodId,
	type RoomId
} from './index.ts';

let app: TestApp;
let siteId: SiteId;
let office: PersonActor;

const someone = (role: Role, communityId: CommunityId = app.communityId): PersonActor => ({
	kind: 'person',
	communityId,
	personId: newUuid<PersonId>(new Date()),
	memberships: [{ role, siteId: null }],
	relations: [],
	band: null
});

async function addSite(communityId = app.communityId): Promise<SiteId> {
	const id = newUuid<SiteId>(new Date());
	await app.changeAll(communityId, 'a test', (scope) =>
		insertSites(scope, [
			{ siteId: id, name: 'Site', timeZone: 'Pacific/Auckland', locale: 'en', sourceId: null }
		])
	);
	return id;
}

beforeAll(async () => {
	app = await createTestApp(inject('database'));
	siteId = await addSite();
	office = someone('administrator');
});
afterAll(() => app.close());

const day = (text: string): SchoolDay => {
	if (!isSchoolDay(text)) throw new Error(text);
	return text;
};
const free = () => Promise.resolve(false);
const used = () => Promise.resolve(true);
const change = <T, E extends Failure>(
	actor: Actor,
	work: (scope: Scope) => Promise<Result<T, E>>
) => app.change(actor, work);
const words = { block: 'Block', break: 'Break', lunch: 'Lunch' };
const room = (name: string, roomId = newUuid<RoomId>(new Date()), at = siteId) => ({
	roomId,
	siteId: at,
	name,
	seats: 20,
	features: ['benches'],
	area: null
});
const period = (
	startsAt: string,
	endsAt: string,
	more: { readonly weekday?: number; readonly periodId?: PeriodId; readonly at?: SiteId } = {}
) => ({
	periodId: more.periodId ?? newUuid<PeriodId>(new Date()),
	siteId: more.at ?? siteId,
	weekday: more.weekday ?? 6,
	name: 'Block',
	startsAt,
	endsAt,
	kind: 'learning' as const
});
const term = (startsOn: string, endsOn: string, termId = newUuid(new Date()), at = siteId) => ({
	termId,
	siteId: at,
	name: 'Term',
	startsOn: day(startsOn),
	endsOn: day(endsOn),
	everySite: false
});

const notFound = { ok: false, error: { code: 'school.not-found' } };

test.each<Role>(['teacher', 'leader', 'support', 'learner', 'family', 'mentor', 'council'])(
	'a %s changes nothing of the school',
	async (role) => {
		const who = someone(role);
		const known = await addSite();
		const roomId = newUuid<RoomId>(new Date());
		await change(office, (scope) => saveRoom(scope, room('Kept', roomId, known)));
		const own = period('09:00', '10:00', { at: known });
		await change(office, (scope) => savePeriod(scope, own, free));
		const own2 = term('2026-02-02', '2026-04-01', newUuid<Uuid>(new Date()), known);
		await change(office, (scope) => saveTerm(scope, own2));
		const from = day('2026-02-06');
		const days = { siteId: known, from, until: from, reason: 'Waitangi Day' };
		const asks: readonly ((scope: Scope) => Promise<Result<unknown>>)[] = [
			(scope) => saveTerm(scope, own2),
			(scope) => removeTerm(scope, { termId: own2.termId, siteId: known }),
			(scope) => closeDays(scope, days),
			(scope) => openDays(scope, days),
			(scope) => savePeriod(scope, own, free),
			(scope) => removePeriod(scope, { periodId: own.periodId }, free),
			(scope) => copyDay(scope, { siteId: known, from: 6, 'to[]': [7] }, free),
			(scope) => startGrid(scope, { siteId: known, ...words }),
			(scope) => saveRoom(scope, room('Kept', roomId, known)),
			(scope) => retireRoom(scope, { roomId }),
			(scope) => restoreRoom(scope, { roomId })
		];
		for (const ask of asks) expect(await change(who, ask)).toEqual(notFound);
	}
);

test('the office of another community finds none of it', async () => {
	const other = someone('administrator', await foundTestCommunity(app));
	const roomId = newUuid<RoomId>(new Date());
	await change(office, (scope) => saveRoom(scope, room('Ours', roomId)));
	expect(await change(other, (scope) => retireRoom(scope, { roomId }))).toEqual(notFound);
	expect(await change(other, (scope) => saveRoom(scope, room('Ours', roomId)))).toEqual(notFound);
	expect(await change(other, (scope) => startGrid(scope, { siteId, ...words }))).toEqual(notFound);
});

test('a grid starts in one tap, once; the order follows the times; what overlaps is refused', async () => {
	const at = await addSite();
	const start = () => change(office, (scope) => startGrid(scope, { siteId: at, ...words }));
	expect(await start()).toEqual({ ok: true, value: { periods: 30 } });
	expect(await start()).toEqual({ ok: true, value: { periods: 0 } });
	const early = period('08:30', '09:00', { weekday: 1, at });
	expect(await change(office, (scope) => savePeriod(scope, early, free))).toMatchObject({
		ok: true
	});
	const monday = async () =>
		(await app.read(office, (scope) => listPeriods(scope, at))).filter(
			({ weekday }) => weekday === 1
		);
	expect((await monday()).map(({ startsAt }) => startsAt.slice(0, 5))).toEqual([
		'08:30',
		'09:00',
		'10:10',
		'10:30',
		'11:40',
		'12:40',
		'13:30'
	]);
	const clash = period('08:45', '09:15', { weekday: 1, at });
	expect(await change(office, (scope) => savePeriod(scope, clash, free))).toMatchObject({
		error: { code: 'school.periods-overlap' }
	});
	const reversed = period('08:00', '07:30', { weekday: 1, at });
	expect(await change(office, (scope) => savePeriod(scope, reversed, free))).toMatchObject({
		error: { code: 'school.ends-first', field: 'endsAt' }
	});
	const moved = { ...early, startsAt: '08:20' };
	await change(office, (scope) => savePeriod(scope, moved, free));
	expect((await monday())[0]).toMatchObject({ periodId: early.periodId, startsAt: '08:20:00' });
});

test('a period in use stays, and stays a learning one; a free one goes', async () => {
	const at = await addSite();
	const own = period('09:00', '10:00', { at });
	await change(office, (scope) => savePeriod(scope, own, free));
	const inUse = { ok: false, error: { code: 'school.period-in-use' } };
	const { periodId } = own;
	expect(await change(office, (scope) => removePeriod(scope, { periodId }, used))).toEqual(inUse);
	const rest = { ...own, kind: 'break' as const };
	expect(await change(office, (scope) => savePeriod(scope, rest, used))).toMatchObject(inUse);
	const renamed = { ...own, name: 'First block' };
	expect(await change(office, (scope) => savePeriod(scope, renamed, used))).toMatchObject({
		ok: true
	});
	expect(await change(office, (scope) => removePeriod(scope, { periodId }, free))).toMatchObject({
		ok: true,
		value: { removed: { name: 'First block' } }
	});
	expect(await change(office, (scope) => removePeriod(scope, { periodId }, free))).toEqual(
		notFound
	);
});

test('a day is copied to others: what starts alike keeps its key, the rest follows', async () => {
	const at = await addSite();
	const early = period('09:00', '10:00', { weekday: 1, at });
	const late = period('10:00', '11:00', { weekday: 1, at });
	const kept = period('09:00', '09:40', { weekday: 2, at });
	const gone = period('13:00', '14:00', { weekday: 2, at });
	for (const each of [early, late, kept, gone]) {
		await change(office, (scope) => savePeriod(scope, each, free));
	}
	const copy = { siteId: at, from: 1, 'to[]': [2, 3] };
	expect(await change(office, (scope) => copyDay(scope, copy, used))).toMatchObject({
		error: { code: 'school.period-in-use' }
	});
	expect(await change(office, (scope) => copyDay(scope, copy, free))).toEqual({
		ok: true,
		value: { days: 2 }
	});
	const grid = await app.read(office, (scope) => listPeriods(scope, at));
	const tuesday = grid.filter(({ weekday }) => weekday === 2);
	expect(tuesday.map(({ endsAt }) => endsAt)).toEqual(['10:00:00', '11:00:00']);
	expect(tuesday[0]?.periodId).toBe(kept.periodId);
	expect(grid.filter(({ weekday }) => weekday === 3)).toHaveLength(2);
	const empty = { siteId: at, from: 5, 'to[]': [1] };
	expect(await change(office, (scope) => copyDay(scope, empty, free))).toMatchObject({
		error: { code: 'school.nothing-to-copy' }
	});
});

test('terms do not overlap; days are closed and opened', async () => {
	const at = await addSite();
	const first = term('2026-02-02', '2026-02-13', newUuid<Uuid>(new Date()), at);
	expect(await change(office, (scope) => saveTerm(scope, first))).toMatchObject({ ok: true });
	const overlapping = term('2026-02-13', '2026-03-13', newUuid<Uuid>(new Date()), at);
	expect(await change(office, (scope) => saveTerm(scope, overlapping))).toMatchObject({
		error: { code: 'school.terms-overlap' }
	});
	const reversed = term('2026-03-02', '2026-03-01', newUuid<Uuid>(new Date()), at);
	expect(await change(office, (scope) => saveTerm(scope, reversed))).toMatchObject({
		error: { code: 'school.ends-first' }
	});
	const closed = { siteId: at, from: day('2026-02-03'), until: day('2026-02-04'), reason: 'Flood' };
	expect(await change(office, (scope) => closeDays(scope, closed))).toMatchObject({
		ok: true,
		value: { days: 2 }
	});
	const until = day('2026-06-30');
	expect(await change(office, (scope) => closeDays(scope, { ...closed, until }))).toMatchObject({
		error: { code: 'school.too-long' }
	});
	const span = { from: day('2026-01-26'), until: day('2026-02-15') };
	const closedDays = async () =>
		(await app.read(office, (scope) => listClosedDays(scope, at, span))).map((each) => each.day);
	expect(await closedDays()).toEqual(['2026-02-03', '2026-02-04']);
	await change(office, (scope) => openDays(scope, closed));
	expect(await closedDays()).toEqual([]);
	const { termId } = first;
	await change(office, (scope) => removeTerm(scope, { termId, siteId: at }));
	expect(await app.read(office, (scope) => listSiteTerms(scope, at, span.from))).toEqual([]);
});

test('no two rooms in use have one name; a retired one comes back while its name is free', async () => {
	const at = await addSite();
	const lab = room('Laboratory', newUuid<RoomId>(new Date()), at);
	await change(office, (scope) => saveRoom(scope, lab));
	const twin = room('laboratory', newUuid<RoomId>(new Date()), at);
	const taken = { error: { code: 'school.room-name-taken' } };
	expect(await change(office, (scope) => saveRoom(scope, twin))).toMatchObject(taken);
	await change(office, (scope) => retireRoom(scope, { roomId: lab.roomId }));
	expect(await change(office, (scope) => saveRoom(scope, twin))).toMatchObject({ ok: true });
	expect(await change(office, (scope) => restoreRoom(scope, { roomId: lab.roomId }))).toMatchObject(
		taken
	);
	await change(office, (scope) => retireRoom(scope, { roomId: twin.roomId }));
	expect(await change(office, (scope) => restoreRoom(scope, { roomId: lab.roomId }))).toMatchObject(
		{ ok: true }
	);
	const rooms = await app.read(office, (scope) => listAllRooms(scope, at));
	expect(rooms.map(({ name, retiredAt }) => [name, retiredAt === null])).toEqual([
		['Laboratory', true],
		['laboratory', false]
	]);
});

test('what each site has of a week is counted: learning periods, and rooms in use', async () => {
	const at = await addSite();
	const roomId = newUuid<RoomId>(new Date());
	await change(office, (scope) => startGrid(scope, { siteId: at, ...words }));
	await change(office, (scope) => saveRoom(scope, room('Hall', roomId, at)));
	const found = async () =>
		(await app.read(office, listSitesSetUp)).find(({ siteId: each }) => each === at);
	expect(await found()).toMatchObject({ periods: 20, rooms: 1 });
	await change(office, (scope) => retireRoom(scope, { roomId }));
	expect(await found()).toMatchObject({ rooms: 0 });
});
