import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Actor, PersonActor, Scope } from '../../platform/access/index.ts';
import { fixedClock } from '../../platform/clock/index.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import { newUuid, type PersonId, type SiteId } from '../../platform/ids.ts';
import type { Result } from '../../platform/result.ts';
import { listPeriods, saveRoom, type PeriodId, type RoomId } from '../school/index.ts';
import {
	addAbsence,
	addOffer,
	changeOffer,
	copyGridDay,
	findOffer,
	findWeek,
	findWeekRule,
	listAbsences,
	listLoads,
	listOffersOf,
	listOwnSites,
	listWeeksOf,
	openWeek,
	openWeeksAhead,
	removeAbsence,
	removeGridPeriod,
	restoreAbsence,
	restoreOffer,
	retireOffer,
	saveGridPeriod,
	saveWeekRule,
	setLoad,
	weekRuleOf,
	type AbsenceId
} from './index.ts';
import { addAt, addTestSite, testOffer, toTestDay } from './site.testing.ts';

/** A Tuesday morning in Auckland. */
const now = new Date('2026-11-23T20:00:00Z');
let app: TestApp;
let siteId: SiteId;
let elsewhere: SiteId;
let teacher: PersonActor;
let office: PersonActor;
let stranger: PersonActor;
let learner: PersonActor;

beforeAll(async () => {
	app = await createTestApp(inject('database'), { clock: fixedClock(now) });
	siteId = await addTestSite(app);
	elsewhere = await addTestSite(app);
	teacher = await addAt(app, 'teacher', siteId, 'Rewi');
	stranger = await addAt(app, 'teacher', elsewhere, 'Jo');
	office = await addAt(app, 'administrator', null, 'Sela');
	learner = await addAt(app, 'learner', siteId, 'Tama');
});
afterAll(() => app.close());

type Ask = (scope: Scope) => Promise<Result<unknown>>;
const send = (actor: Actor, ask: Ask) => app.change(actor, ask);
const notFound = { ok: false, error: { code: 'organiser.not-found' } };
const done = { ok: true };
const absence = (
	who: { personId: PersonId; roomId: null } | { personId: null; roomId: RoomId }
) => ({
	absenceId: newUuid<AbsenceId>(now),
	who,
	startsOn: toTestDay('2026-12-01'),
	endsOn: null,
	periodId: null,
	words: null
});
const person = ({ personId }: PersonActor) => ({ personId, roomId: null });
const rule = {
	studySeats: 30,
	mostWishes: 4,
	closesWeekday: 3,
	closesAt: '14:00',
	money: 5_000,
	adultHours: 40
};

test('whoever does not make weeks, or makes them elsewhere, changes nothing here', async () => {
	const offer = testOffer(siteId, { 'adultIds[]': [teacher.personId] });
	expect(await send(teacher, (scope) => addOffer(scope, offer))).toMatchObject(done);
	const away = absence(person(teacher));
	expect(await send(teacher, (scope) => addAbsence(scope, away))).toMatchObject(done);
	const { offerId } = offer;
	const { absenceId } = away;
	const startsOn = toTestDay('2026-12-07');
	const asks: readonly Ask[] = [
		(scope) => addOffer(scope, testOffer(siteId)),
		(scope) => changeOffer(scope, { ...offer, version: 1 }),
		(scope) => retireOffer(scope, { offerId }),
		(scope) => restoreOffer(scope, { offerId }),
		(scope) => addAbsence(scope, absence(person(teacher))),
		(scope) => removeAbsence(scope, { absenceId }),
		(scope) => restoreAbsence(scope, { absenceId }),
		(scope) => setLoad(scope, { personId: teacher.personId, mostSessions: 3 }),
		(scope) => openWeek(scope, { siteId, startsOn }),
		(scope) => saveWeekRule(scope, { siteId, ...rule })
	];
	const family = await addAt(app, 'family', siteId);
	const support = await addAt(app, 'support', siteId);
	for (const who of [stranger, learner, family, support]) {
		for (const ask of asks) expect(await send(who, ask)).toEqual(notFound);
	}
	expect(await app.read(stranger, (scope) => listWeeksOf(scope, siteId))).toEqual([]);
	const own = await app.read(stranger, listOwnSites);
	expect(own.map((site) => site.siteId)).toEqual([elsewhere]);
});

test('an offer is added once, changed by version, retired and brought back', async () => {
	const [first] = await app.read(teacher, (scope) => listPeriods(scope, siteId));
	const offer = testOffer(siteId, {
		'adultIds[]': [teacher.personId],
		usualAdultId: teacher.personId,
		'periodIds[]': first ? [first.periodId] : [],
		cost: 1_250,
		currency: 'NZD',
		ageSpread: 2
	});
	const { offerId } = offer;
	for (let times = 0; times < 2; times += 1) {
		expect(await send(teacher, (scope) => addOffer(scope, offer))).toMatchObject(done);
	}
	const read = () => app.read(teacher, (scope) => findOffer(scope, offerId));
	expect(await read()).toMatchObject({
		version: 1,
		ageSpreadMonths: 24,
		costMinor: 1_250,
		fromDay: '2026-11-24',
		adults: [{ called: 'Rewi', isUsual: true }]
	});
	const renamed = { ...offer, title: 'Bread', version: 1 };
	expect(await send(teacher, (scope) => changeOffer(scope, renamed))).toMatchObject(done);
	expect(await send(teacher, (scope) => changeOffer(scope, renamed))).toMatchObject({
		error: { code: 'organiser.stale' }
	});
	await send(teacher, (scope) => retireOffer(scope, { offerId }));
	const during = { from: toTestDay('2026-12-07'), until: toTestDay('2026-12-13') };
	const inForce = async () =>
		(await app.read(teacher, (scope) => listOffersOf(scope, siteId, { during }))).map(
			({ title }) => title
		);
	expect(await inForce()).not.toContain('Bread');
	await send(teacher, (scope) => restoreOffer(scope, { offerId }));
	expect(await inForce()).toContain('Bread');
	expect((await read())?.version).toBe(2);
});

test.each([
	['group-reversed', { minimum: 9, maximum: 3 }],
	['ages-reversed', { ageFrom: 10, ageTo: 8 }],
	['ends-first', { fromDay: toTestDay('2026-12-02'), untilDay: toTestDay('2026-12-01') }],
	['currency-missing', { cost: 100 }],
	['unknown-adult', { 'adultIds[]': [newUuid<PersonId>(now)] }],
	['unknown-period', { 'periodIds[]': [newUuid<PeriodId>(now)] }]
])('an offer that cannot be is refused: %s', async (code, wrong) => {
	const offer = testOffer(siteId, wrong);
	expect(await send(teacher, (scope) => addOffer(scope, offer))).toMatchObject({
		error: { code: `organiser.${code}` }
	});
});

test('an adult of another site leads nothing here', async () => {
	const offer = testOffer(siteId, { 'adultIds[]': [stranger.personId] });
	expect(await send(teacher, (scope) => addOffer(scope, offer))).toMatchObject({
		error: { code: 'organiser.unknown-adult' }
	});
});

test('a week opens once, with the rule of that moment; a week without school does not', async () => {
	const at = await addTestSite(app);
	await send(office, (scope) => saveWeekRule(scope, { siteId: at, ...rule }));
	expect(await app.read(office, (scope) => findWeekRule(scope, at))).toMatchObject({
		moneyMinor: 5_000,
		adultMinutes: 2_400
	});
	const open = (day: string) =>
		app.change(office, (scope) => openWeek(scope, { siteId: at, startsOn: toTestDay(day) }));
	const first = await open('2026-12-02');
	const again = await open('2026-11-30');
	expect([first, again]).toMatchObject([{ value: { isNew: true } }, { value: { isNew: false } }]);
	await send(office, (scope) => saveWeekRule(scope, { siteId: at, ...rule, money: 9_000 }));
	if (!first.ok) throw new Error('the week opened');
	const week = await app.read(office, (scope) => findWeek(scope, first.value.weekId));
	// Wednesday at two in the afternoon of the week before, where the site is.
	expect(week).toMatchObject({
		startsOn: '2026-11-30',
		money: 5_000,
		wishesUntil: new Date('2026-11-25T01:00:00Z')
	});
	expect(await open('2026-12-21')).toMatchObject({ error: { code: 'organiser.no-school-day' } });
	expect(await app.read(office, (scope) => listWeeksOf(scope, at))).toHaveLength(1);
});

test('the job opens the next two weeks where something is offered, again and again the same', async () => {
	const at = await addTestSite(app);
	const without = await addTestSite(app);
	await send(office, (scope) => addOffer(scope, testOffer(at)));
	const run = () => app.changeAll(app.communityId, 'a test', (scope) => openWeeksAhead(scope));
	expect((await run()).opened).toBeGreaterThanOrEqual(2);
	expect((await run()).opened).toBe(0);
	const mondays = async (site: SiteId) =>
		(await app.read(office, (scope) => listWeeksOf(scope, site))).map(({ startsOn }) => startsOn);
	expect(await mondays(at)).toEqual(['2026-11-30', '2026-12-07']);
	expect(await mondays(without)).toEqual([]);
	// Nobody said a rule: a study place for everybody.
	expect(await app.read(office, (scope) => weekRuleOf(scope, at))).toMatchObject({
		studySeats: 20,
		mostWishes: 5
	});
});

test('who is away is said, taken back and said again; a room too; twice is once', async () => {
	const roomId = newUuid<RoomId>(now);
	const lab = { roomId, siteId, name: 'Laboratory', seats: 20, features: [], area: null };
	await send(office, (scope) => saveRoom(scope, lab));
	const away = absence(person(learner));
	for (const each of [away, away, absence({ personId: null, roomId })]) {
		expect(await send(teacher, (scope) => addAbsence(scope, each))).toMatchObject(done);
	}
	const names = async () =>
		(
			await app.read(teacher, (scope) =>
				listAbsences(scope, siteId, { from: toTestDay('2026-11-24') })
			)
		).map(({ name, isLearner }) => [name, isLearner]);
	expect(await names()).toEqual([
		['Laboratory', false],
		['Rewi', false],
		['Tama', true]
	]);
	const { absenceId } = away;
	await send(teacher, (scope) => removeAbsence(scope, { absenceId }));
	expect(await names()).toHaveLength(2);
	await send(teacher, (scope) => restoreAbsence(scope, { absenceId }));
	expect(await names()).toHaveLength(3);
	const reversed = { ...absence(person(teacher)), endsOn: toTestDay('2026-11-30') };
	expect(await send(teacher, (scope) => addAbsence(scope, reversed))).toMatchObject({
		error: { code: 'organiser.ends-first' }
	});
	expect(
		await app.read(stranger, (scope) =>
			listAbsences(scope, elsewhere, { from: toTestDay('2026-11-24') })
		)
	).toEqual([]);
	const { personId } = teacher;
	await send(teacher, (scope) => setLoad(scope, { personId, mostSessions: 12 }));
	expect((await app.read(teacher, listLoads)).get(personId)).toBe(12);
	await send(teacher, (scope) => setLoad(scope, { personId, mostSessions: null }));
	expect((await app.read(teacher, listLoads)).has(personId)).toBe(false);
});

test('the grid is the office’s; a period on which an absence stands stays, one that offers name goes', async () => {
	const at = await addTestSite(app);
	const leader = await addAt(app, 'leader', at);
	const [one, , , two] = await app.read(office, (scope) => listPeriods(scope, at));
	if (!one || !two) throw new Error('the grid has periods');
	const missing = { ok: false, error: { code: 'school.not-found' } };
	const { periodId } = one;
	const facts = { ...one, siteId: at };
	const copy = { siteId: at, from: 1, 'to[]': [2] };
	expect(await send(leader, (scope) => removeGridPeriod(scope, { periodId }))).toEqual(missing);
	expect(await send(leader, (scope) => saveGridPeriod(scope, facts))).toEqual(missing);
	expect(await send(leader, (scope) => copyGridDay(scope, copy))).toEqual(missing);
	const inPeriod = { ...absence(person(leader)), periodId };
	expect(await send(leader, (scope) => addAbsence(scope, inPeriod))).toMatchObject(done);
	const offer = testOffer(at, { 'periodIds[]': [two.periodId] });
	await send(leader, (scope) => addOffer(scope, offer));
	expect(await send(office, (scope) => removeGridPeriod(scope, { periodId }))).toMatchObject({
		error: { code: 'school.period-in-use' }
	});
	expect(
		await send(office, (scope) => removeGridPeriod(scope, { periodId: two.periodId }))
	).toMatchObject(done);
	const { offerId } = offer;
	expect((await app.read(office, (scope) => findOffer(scope, offerId)))?.periodIds).toEqual([]);
});
