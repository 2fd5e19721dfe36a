import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Actor, PersonActor, Scope } from '../../platform/access/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import { readAtOnce } from '../../platform/db/at-once.ts';
import { createTestApp, type TestApp } from '../../platform/db/testing.ts';
import { newUuid, type SiteId } from '../../platform/ids.ts';
import { present } from '../../platform/invariant.ts';
import type { Failure, Result } from '../../platform/result.ts';
import { listPeriods, type PeriodView } from '../school/index.ts';
import {
	addAbsence,
	addOffer,
	dayAhead,
	deleteFeedsBefore,
	getOwnWeek,
	getPrintPage,
	getRoll,
	getWeekToday,
	listMissing,
	listUntoldWeeks,
	makeFeed,
	markAllHere,
	markRoll,
	openWeek,
	readFeed,
	readRollKey,
	removeAbsence,
	revokeFeed,
	rollKeyText,
	unmarkRoll,
	type AbsenceId,
	type OrganiserTables,
	type RollKey,
	type SessionId,
	type WeekId
} from './index.ts';
import { addAt, addTestSite, testOffer, toTestDay } from './site.testing.ts';

/** Tuesday 24 November 2026 in Auckland; the grid has blocks at 9:00, 10:30, 11:40 and 13:30. */
const at = (time: string) => new Date(Date.parse(`2026-11-24T${time}:00Z`) - 13 * 3_600_000);
let now = at('09:05');
const clock: Clock = { now: () => now };
const today = toTestDay('2026-11-24');

let app: TestApp;
let siteId: SiteId;
let weekId: WeekId;
let blocks: readonly PeriodView[];
let office: PersonActor;
let teacher: PersonActor;
let aide: PersonActor;
let stranger: PersonActor;
let tama: PersonActor;
let ana: PersonActor;
let ben: PersonActor;

type Ask<T = unknown, E extends Failure = Failure> = (scope: Scope) => Promise<Result<T, E>>;
const send = <T, E extends Failure>(actor: Actor, ask: Ask<T, E>) => app.change(actor, ask);
const notFound = { ok: false, error: { code: 'organiser.not-found' } };

async function addSession(
	block: PeriodView,
	learners: readonly PersonActor[],
	adult: PersonActor = teacher,
	day = today
): Promise<SessionId> {
	const offer = testOffer(siteId, { title: `Bread in ${block.name}` });
	await send(office, (scope) => addOffer(scope, offer));
	const sessionId = newUuid<SessionId>(now);
	await app.changeAll(app.communityId, 'a test', async (scope) => {
		const db = scope.tx.$extendTables<OrganiserTables>();
		const key = { community_id: scope.communityId, session_id: sessionId, week_id: weekId };
		await db
			.insertInto('week_session')
			.values({
				...key,
				offer_id: offer.offerId,
				section: 0,
				day,
				period_id: block.periodId,
				room_id: null,
				adult_id: adult.personId,
				made_at: now,
				cancelled_at: null
			})
			.execute();
		for (const { personId } of learners) {
			await db
				.insertInto('week_seat')
				.values({ ...key, learner_id: personId, why: 'wish', rank: 1, made_at: now })
				.execute();
		}
	});
	return sessionId;
}

let first: SessionId;
let second: SessionId;

beforeAll(async () => {
	app = await createTestApp(inject('database'), { clock });
	siteId = await addTestSite(app);
	office = await addAt(app, 'administrator', null);
	teacher = await addAt(app, 'teacher', siteId, 'Rewi');
	aide = await addAt(app, 'support', siteId, 'Lupe');
	stranger = await addAt(app, 'teacher', await addTestSite(app), 'Jo');
	tama = await addAt(app, 'learner', siteId, 'Tama');
	ana = await addAt(app, 'learner', siteId, 'Ana');
	ben = await addAt(app, 'learner', siteId, 'Ben');
	const grid = await app.read(office, (scope) => listPeriods(scope, siteId));
	blocks = grid.filter(({ weekday, kind }) => weekday === 2 && kind === 'learning');
	const opened = await send(office, (scope) => openWeek(scope, { siteId, startsOn: today }));
	if (!opened.ok) throw new Error('the week opens');
	weekId = opened.value.weekId;
	await app.changeAll(app.communityId, 'a test', async (scope) => {
		await scope.tx
			.$extendTables<OrganiserTables>()
			.updateTable('site_week')
			.set({ state: 'published', revision: 2, published_at: now })
			.where('community_id', '=', scope.communityId)
			.where('week_id', '=', weekId)
			.execute();
	});
	first = await addSession(present(blocks[0], 'a block'), [tama, ana]);
	second = await addSession(present(blocks[1], 'a block'), [tama, ana]);
});
afterAll(() => app.close());

const rollOf = (sessionId: SessionId): RollKey => ({ kind: 'session', sessionId });
const mark = (who: PersonActor, session: SessionId, state: 'here' | 'not-here' | 'elsewhere') =>
	send(teacher, (scope) =>
		markRoll(scope, {
			roll: rollOf(session),
			learnerId: who.personId,
			state,
			words: 'With the nurse'
		})
	);
const rows = async (key: RollKey, actor: Actor = teacher) =>
	(await app.read(actor, (scope) => getRoll(scope, key)))?.rows.map(
		({ called, state }) => [called, state] as const
	);
const missing = async (actor: Actor = teacher) =>
	(await app.read(actor, listMissing)).map(
		({ called, why, lastSeen }) => [called, why, lastSeen] as const
	);

test('whoever works at the site takes a roll; others find none', async () => {
	const roll = rollOf(first);
	const asks: readonly Ask[] = [
		(scope) => markRoll(scope, { roll, learnerId: tama.personId, state: 'here', words: null }),
		(scope) => markAllHere(scope, { roll }),
		(scope) => unmarkRoll(scope, { roll, learnerIds: [tama.personId] })
	];
	const family = await addAt(app, 'family', siteId);
	for (const who of [stranger, tama, family]) {
		for (const ask of asks) expect(await send(who, ask)).toEqual(notFound);
		expect(await rows(roll, who)).toBeUndefined();
		expect(await missing(who)).toEqual([]);
	}
	for (const who of [teacher, aide, office]) expect(await rows(roll, who)).toHaveLength(2);
	const nobody = newUuid<SessionId>(now);
	expect(await rows(rollOf(nobody))).toBeUndefined();
});

test('a learner of another site is on no roll here', async () => {
	const other = await addAt(app, 'learner', null, 'Far');
	expect(await mark(other, first, 'here')).toEqual(notFound);
});

test('all here in one tap, and back; who is known to be away is left out', async () => {
	now = at('09:05');
	const session = await addSession(present(blocks[3], 'a block'), [tama, ana, ben]);
	const away = {
		absenceId: newUuid<AbsenceId>(now),
		who: { personId: ben.personId, roomId: null },
		startsOn: today,
		endsOn: null,
		periodId: present(blocks[3], 'a block').periodId,
		words: null
	};
	await send(teacher, (scope) => addAbsence(scope, away));
	const roll = rollOf(session);
	const marked = await send(aide, (scope) => markAllHere(scope, { roll }));
	expect(marked).toMatchObject({ ok: true });
	expect(await rows(roll)).toEqual([
		['Ana', 'here'],
		['Ben', null],
		['Tama', 'here']
	]);
	const learnerIds = marked.ok ? [...marked.value.learnerIds] : [];
	await send(aide, (scope) => unmarkRoll(scope, { roll, learnerIds }));
	expect((await rows(roll))?.every(([, state]) => state === null)).toBe(true);
});

test('supervised study has a roll of those without a seat; somebody else who comes joins a roll', async () => {
	const study: RollKey = {
		kind: 'study',
		weekId,
		day: today,
		periodId: present(blocks[2], 'a block').periodId
	};
	expect(readRollKey(rollKeyText(study))).toEqual(study);
	expect(await rows(study)).toEqual([
		['Ana', null],
		['Ben', null],
		['Tama', null]
	]);
	expect((await rows({ ...study, periodId: present(blocks[0], 'a block').periodId }))?.length).toBe(
		1
	);
	expect(await mark(ben, first, 'here')).toMatchObject({ ok: true });
	expect(await rows(rollOf(first))).toEqual([
		['Ana', null],
		['Ben', 'here'],
		['Tama', null]
	]);
	const roll = rollOf(first);
	await send(teacher, (scope) => unmarkRoll(scope, { roll, learnerIds: [ben.personId] }));
});

test('a roll of a day to come is not taken', async () => {
	const grid = await app.read(office, (scope) => listPeriods(scope, siteId));
	const block = present(
		grid.find(({ weekday }) => weekday === 3),
		'a block on Wednesday'
	);
	const ahead = await addSession(block, [tama], teacher, toTestDay('2026-11-25'));
	const refused = { error: { code: 'organiser.not-yet' } };
	expect(await mark(tama, ahead, 'here')).toMatchObject(refused);
	expect(await send(teacher, (scope) => markAllHere(scope, { roll: rollOf(ahead) }))).toMatchObject(
		refused
	);
});

test('who was here and then is not, is missing at once; elsewhere with a word is not', async () => {
	now = at('09:05');
	await mark(tama, first, 'here');
	await mark(ana, first, 'here');
	now = at('10:31');
	expect(await missing()).toEqual([]);
	await mark(tama, second, 'not-here');
	expect(await missing()).toEqual([['Tama', 'not-here', 'Block 1']]);
	expect(await missing(aide)).toHaveLength(1);
	expect(await missing(stranger)).toEqual([]);
	// Ten minutes in, on a roll that was taken, whoever is not marked is missing too.
	now = at('10:41');
	expect(await missing()).toEqual([
		['Ana', 'unmarked', 'Block 1'],
		['Tama', 'not-here', 'Block 1']
	]);
	await mark(tama, second, 'elsewhere');
	await mark(ana, second, 'here');
	expect(await missing()).toEqual([]);
	const roll = await app.read(teacher, (scope) => getRoll(scope, rollOf(second)));
	expect(roll?.rows.find(({ called }) => called === 'Tama')).toMatchObject({
		words: 'With the nurse',
		lastSeen: 'Block 1'
	});
});

test('an adult’s day shows what they lead, with how each roll stands; nobody else’s', async () => {
	now = at('10:45');
	const dayOf = async (who: PersonActor) =>
		(await app.read(who, getWeekToday)).sessions
			.filter(({ sessionId }) => [first, second].includes(sessionId))
			.map(({ title, expected, here, notHere, elsewhere }) => [
				title,
				expected,
				here,
				notHere,
				elsewhere
			]);
	expect(await dayOf(teacher)).toEqual([
		['Bread in Block 1', 2, 2, 0, 0],
		['Bread in Block 2', 2, 1, 0, 1]
	]);
	for (const who of [aide, stranger, tama]) expect(await dayOf(who)).toEqual([]);
});

test('what comes next: now, else the next session, on the day it is; only for whom it concerns', async () => {
	const nextOf = async (actor: Actor, learnerId = tama.personId) => {
		const { ahead } = await app.read(actor, (scope) =>
			readAtOnce(scope.tx, { ahead: dayAhead(scope, learnerId) })
		);
		return ahead && [ahead.day, ahead.inDays, ahead.next.seat?.title ?? null, ahead.next.when];
	};
	now = at('10:15');
	expect(await nextOf(tama)).toEqual(['2026-11-24', 0, 'Bread in Block 2', 'later']);
	now = at('09:30');
	expect(await nextOf(tama)).toEqual(['2026-11-24', 0, 'Bread in Block 1', 'now']);
	now = at('18:00');
	expect((await nextOf(tama))?.slice(0, 2)).toEqual(['2026-11-25', 1]);
	for (const who of [stranger, ana, teacher]) expect(await nextOf(who)).toBeNull();
	now = new Date(at('12:00').getTime() + 14 * 86_400_000);
	expect(await nextOf(tama)).toBeNull();
});

test('an absence noted after a week was published is told to who makes it, as far as it still concerns it', async () => {
	now = at('09:10');
	const untold = (time: string) =>
		app.read(office, (scope) => listUntoldWeeks(scope, siteId, { from: today, time }));
	const known = { weekId, startsOn: '2026-11-23' };
	// Ben is away from his last block, as an earlier test noted.
	const before = [{ ...known, sessions: 0, seats: 1 }];
	expect(await untold('08:00')).toEqual(before);
	const away = (personId: PersonActor['personId']) => ({
		absenceId: newUuid<AbsenceId>(now),
		who: { personId, roomId: null },
		startsOn: today,
		endsOn: null,
		periodId: present(blocks[1], 'a block').periodId,
		words: null
	});
	const gone = [away(ana.personId), away(teacher.personId)];
	for (const one of gone) await send(office, (scope) => addAbsence(scope, one));
	expect(await untold('08:00')).toEqual([{ ...known, sessions: 1, seats: 2 }]);
	expect(await untold('10:31')).toEqual(before);
	expect(await untold('13:31')).toEqual([]);
	for (const { absenceId } of gone) {
		await send(office, (scope) => removeAbsence(scope, { absenceId }));
	}
	expect(await untold('08:00')).toEqual(before);
});

test('who never came today is on the roll as not here, and not missing', async () => {
	now = at('11:45');
	const session = await addSession(present(blocks[2], 'a block'), [ben]);
	await mark(ben, session, 'not-here');
	expect((await missing()).filter(([called]) => called === 'Ben')).toEqual([]);
});

test('a calendar address opens one’s own sessions, once shown, until it is ended', async () => {
	now = at('12:00');
	const made = await send(tama, makeFeed);
	if (!made.ok) throw new Error('an address is made');
	const open = (token: string) =>
		app.read({ kind: 'system', communityId: app.communityId, reason: 'a test' }, (scope) =>
			readFeed(scope, token)
		);
	const feed = await open(made.value.token);
	expect(feed?.called).toBe('Tama');
	expect(feed?.sessions.map(({ title }) => title)).toContain('Bread in Block 1');
	expect(JSON.stringify(feed)).not.toContain('Ana');
	const storedFeeds = () =>
		app.read(office, (scope) =>
			scope.tx
				.$extendTables<OrganiserTables>()
				.selectFrom('calendar_feed')
				.select('token_digest')
				.where('community_id', '=', scope.communityId)
				.execute()
		);
	expect(JSON.stringify(await storedFeeds())).not.toContain(made.value.token);
	const again = await send(tama, makeFeed);
	expect(await open(made.value.token)).toBeUndefined();
	if (!again.ok) throw new Error('a second address is made');
	expect(await open(again.value.token)).toBeDefined();
	await send(tama, revokeFeed);
	expect(await open(again.value.token)).toBeUndefined();
	const left = async (until: Date) => {
		await app.changeAll(app.communityId, 'a test', (scope) => deleteFeedsBefore(scope, until));
		return (await storedFeeds()).length;
	};
	expect(await left(new Date(now.getTime() - 1))).toBe(2);
	expect(await left(new Date(now.getTime() + 1))).toBe(0);
	for (const wrong of ['', 'x', 'x'.repeat(43), '../'.repeat(20)]) {
		expect(await open(wrong)).toBeUndefined();
	}
	expect(await send(teacher, makeFeed)).toMatchObject({ ok: true });
	const young = { ...tama, band: '5-7' as const };
	const council = await addAt(app, 'council', siteId);
	for (const who of [young, council]) {
		expect(await send(who, makeFeed)).toEqual(notFound);
		expect(await send(who, revokeFeed)).toEqual(notFound);
	}
});

test('a published week goes to paper for whoever makes it, one home group or all', async () => {
	const print = (who: Actor, group: 'first' | 'all' = 'all') =>
		app.read(who, (scope) => getPrintPage(scope, weekId, { kind: 'learner', group }));
	const page = await print(teacher);
	expect(page?.sheets.map(({ name }) => name)).toEqual(['Ana Test', 'Ben Test', 'Tama Test']);
	// Nobody here has a home group: the first of none is everybody.
	expect((await print(teacher, 'first'))?.sheets).toHaveLength(3);
	const titles = page?.sheets[2]?.rows.map(({ days }) => days[1]?.map(({ title }) => title));
	expect(titles?.slice(0, 2)).toEqual([['Bread in Block 1'], ['Bread in Block 2']]);
	for (const who of [stranger, aide, tama]) expect(await print(who)).toBeNull();
});

test('a week after the last term is holidays, though no term touches it', async () => {
	now = at('09:05');
	const stateOf = async (monday: string) =>
		(await app.read(tama, (scope) => getOwnWeek(scope, tama.personId, toTestDay(monday))))?.state;
	expect(await stateOf('2026-12-14')).toBe('none');
	expect(await stateOf('2026-12-21')).toBe('holidays');
});
