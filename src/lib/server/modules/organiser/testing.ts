import type { Actor, AgeBand, PersonActor, Role, Scope } from '../../platform/access/index.ts';
import { addDays, type SchoolDay } from '../../platform/clock/index.ts';
import type { TestApp } from '../../platform/db/testing.ts';
import {
	newUuid,
	type GroupId,
	type PersonId,
	type SiteId,
	type Uuid
} from '../../platform/ids.ts';
import { placeRungs, type Rung } from '../agency/index.ts';
import { adultActor, learnerActor, strangerActor } from '../evidence/testing.ts';
import {
	insertGroupMembers,
	insertGroups,
	insertMemberships,
	insertPeople
} from '../people/index.ts';
import { insertPeriods, insertSites } from '../school/index.ts';
import type { OfferId, OrganiserTables, WeekId } from './organiser.tables.ts';
import { mondayOf } from './week-slots.ts';

/** A new id for a thing of a test. */
export const testId = <Id extends Uuid>(): Id => newUuid<Id>(new Date());

/** One site with an open week, learners of one home group, and offers. */
export interface TestWeek {
	readonly siteId: SiteId;
	readonly weekId: WeekId;
	readonly startsOn: SchoolDay;
	readonly learnerIds: readonly [PersonId, PersonId, PersonId];
	readonly offerIds: readonly [OfferId, OfferId, OfferId, OfferId];
	readonly teacherId: PersonId;
}

const hour = 3_600_000;

export interface WeekOptions {
	/** Hours until wishes end; below zero: they ended. */
	readonly wishHours?: number;
	readonly band?: AgeBand;
	readonly rung?: Rung;
}

/** A week of a new site: three learners who know each other, a fourth offer that is for adults of 60 alone. */
export async function addTestWeek(app: TestApp, options: WeekOptions = {}): Promise<TestWeek> {
	const { wishHours = 24, band = '12-18', rung = 2 } = options;
	return app.changeAll(app.communityId, 'a test', async (scope) => {
		const siteId = testId<SiteId>();
		const weekId = testId<WeekId>();
		const startsOn = mondayOf(addDays(scope.today, 7));
		const place = { name: 'Site', timeZone: 'UTC', locale: 'en', sourceId: null };
		await insertSites(scope, [{ siteId, ...place }]);
		const period = { siteId, weekday: 1, startsAt: '09:00', endsAt: '10:00' };
		await insertPeriods(scope, [{ ...period, position: 1, name: 'Block 1', kind: 'learning' }]);
		const [a, b, c, teacherId] = await addPeople(scope, siteId, band);
		await placeRungs(
			scope,
			[a, b, c].flatMap((learnerId) =>
				(['time', 'company'] as const).map((kind) => ({
					learnerId,
					kind,
					rung,
					since: scope.now,
					why: 'we agreed',
					agreedBy: []
				}))
			)
		);
		await insertWeek(scope, { weekId, siteId, startsOn, wishHours });
		const offerIds = [
			testId<OfferId>(),
			testId<OfferId>(),
			testId<OfferId>(),
			testId<OfferId>()
		] as const;
		await insertOffers(scope, siteId, startsOn, offerIds);
		return { siteId, weekId, startsOn, learnerIds: [a, b, c], offerIds, teacherId };
	});
}

async function addPeople(scope: Scope, siteId: SiteId, band: AgeBand) {
	const ids = [
		testId<PersonId>(),
		testId<PersonId>(),
		testId<PersonId>(),
		testId<PersonId>()
	] as const;
	const names = ['Aroha', 'Ben', 'Cora', 'Hine'];
	await insertPeople(
		scope,
		ids.map((personId, n) => ({
			personId,
			givenName: names[n] ?? '',
			familyName: 'Test',
			called: names[n] ?? '',
			birthDate: null,
			grade: n < 3 ? '09' : null,
			band: n < 3 ? band : null,
			sourceId: null
		}))
	);
	const startsAt = new Date(scope.now.getTime() - hour);
	await insertMemberships(
		scope,
		ids.map((personId, n) => ({
			personId,
			siteId,
			role: n < 3 ? ('learner' as const) : ('teacher' as const),
			startsAt,
			endsAt: null
		}))
	);
	const groupId = testId<GroupId>();
	const group = { groupId, siteId, kind: 'home' as const, name: 'Tui', startsOn: null };
	await insertGroups(scope, [{ ...group, endsOn: null, sourceId: null }]);
	await insertGroupMembers(
		scope,
		ids.map((personId, n) => ({
			groupId,
			personId,
			part: n < 3 ? ('learner' as const) : ('adult' as const),
			startsAt,
			endsAt: null
		}))
	);
	return ids;
}

interface NewTestWeek {
	readonly weekId: WeekId;
	readonly siteId: SiteId;
	readonly startsOn: SchoolDay;
	readonly wishHours: number;
}

async function insertWeek(scope: Scope, week: NewTestWeek): Promise<void> {
	await scope.tx
		.$extendTables<OrganiserTables>()
		.insertInto('site_week')
		.values({
			community_id: scope.communityId,
			week_id: week.weekId,
			site_id: week.siteId,
			starts_on: week.startsOn,
			state: 'open',
			wishes_until: new Date(scope.now.getTime() + week.wishHours * hour),
			study_seats: 30,
			most_wishes: 3,
			money_minor: null,
			adult_minutes: null,
			revision: 0,
			published_run_id: null,
			published_at: null,
			published_by: null,
			opened_at: scope.now,
			opened_by: null
		})
		.execute();
}

async function insertOffers(
	scope: Scope,
	siteId: SiteId,
	startsOn: SchoolDay,
	offerIds: readonly OfferId[]
): Promise<void> {
	await scope.tx
		.$extendTables<OrganiserTables>()
		.insertInto('offer')
		.values(
			offerIds.map((offerId, n) => ({
				community_id: scope.communityId,
				offer_id: offerId,
				site_id: siteId,
				kind: 'workshop' as const,
				title: `Offer ${n + 1}`,
				about: '',
				opportunity_id: null,
				strand_id: null,
				age_from: n === 3 ? 60 : null,
				age_to: null,
				sections: 1,
				minimum: 1,
				maximum: 2,
				grouping: 'any' as const,
				age_spread_months: null,
				needs_room: false,
				features: [],
				period_ids: [],
				cost_minor: null,
				currency: null,
				from_day: startsOn,
				until_day: null,
				version: 1,
				made_by: null,
				made_at: scope.now,
				changed_at: scope.now,
				retired_at: null
			}))
		)
		.execute();
}

/** The people of a test week as actors. */
export function actorsOf(app: TestApp, { learnerIds, teacherId }: TestWeek) {
	const [learnerId] = learnerIds;
	const teacher: PersonActor = {
		...adultActor(app.communityId, 'teaches', learnerId),
		personId: teacherId,
		relations: learnerIds.map((id) => ({ kind: 'teaches', learnerId: id, limits: [] }))
	};
	return {
		learner: learnerActor(app.communityId, learnerId),
		teacher,
		family: adultActor(app.communityId, 'family-of', learnerId)
	};
}

/** An adult who holds a role at the site of a test week, and at no other. */
export const holderAt = (app: TestApp, week: TestWeek, role: Role): PersonActor => ({
	...actorsOf(app, week).teacher,
	memberships: [{ role, siteId: week.siteId }]
});

/** Each in no relation to the learners of a test week: nobody in particular, another learner, their teacher, a family. */
export async function outsidersOf(app: TestApp): Promise<readonly Actor[]> {
	const other = await addTestWeek(app);
	const { learner, teacher, family } = actorsOf(app, other);
	return [strangerActor(app.communityId), learner, teacher, family];
}
