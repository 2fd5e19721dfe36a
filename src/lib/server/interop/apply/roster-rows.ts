import {
	linkKey,
	type NewContact,
	type NewEquityAttribute,
	type NewGroup,
	type NewGroupMember,
	type NewMembership,
	type NewPerson,
	type NewRelationship,
	type RosterKeys
} from '#lib/server/modules/people/index.ts';
import type { NewSite, NewTerm, SchoolSources } from '#lib/server/modules/school/index.ts';
import { addDays, type SchoolDay } from '#lib/server/platform/clock/index.ts';
import type { GroupId, PersonId, SiteId, Uuid } from '#lib/server/platform/ids.ts';
import { present } from '#lib/server/platform/invariant.ts';
import type { RosterPlan } from '../oneroster/index.ts';
import { startOfDay } from './start-of-day.ts';

/** Every new row of a roster; what is here already has none. */
export interface RosterRows {
	readonly sites: readonly NewSite[];
	readonly terms: readonly NewTerm[];
	readonly people: readonly NewPerson[];
	readonly contacts: readonly NewContact[];
	readonly memberships: readonly NewMembership[];
	readonly groups: readonly NewGroup[];
	readonly members: readonly NewGroupMember[];
	readonly relationships: readonly NewRelationship[];
	readonly equity: readonly NewEquityAttribute[];
	/** For the accounts: people who may sign in, with what a username is made from. */
	readonly signIns: readonly {
		readonly personId: PersonId;
		readonly wish: string;
		readonly email: string | null;
	}[];
}

export interface RosterContext {
	readonly school: SchoolSources;
	readonly keys: RosterKeys;
	readonly timeZone: string;
	readonly locale: string;
	readonly now: Date;
	newId<Id extends Uuid>(): Id;
}

type Person = RosterPlan['people'][number];

const nameOf = (person: Person) => ({
	givenName: person.givenName ?? '',
	familyName: person.familyName ?? '',
	called: person.preferredGivenName ?? person.givenName ?? person.familyName ?? ''
});

/** The earlier of two starts, the later of two ends; null is open. */
const earlier = (a: Date, b: Date) => (a < b ? a : b);
const later = (a: Date | null, b: Date | null) => (a && b ? (a > b ? a : b) : null);

/** Instants of days, each computed once: a roster has few different days. */
function clockOf({ timeZone, now }: RosterContext) {
	const known = new Map<SchoolDay, Date>();
	const start = (day: SchoolDay) => {
		const at = known.get(day) ?? startOfDay(day, timeZone);
		known.set(day, at);
		return at;
	};
	return {
		from: (day: SchoolDay | null) => (day === null ? now : start(day)),
		to: (day: SchoolDay | null) => (day === null ? null : start(addDays(day, 1)))
	};
}

function membersOf(
	plan: RosterPlan,
	clock: ReturnType<typeof clockOf>,
	groupId: (id: string) => GroupId,
	personId: (id: string) => PersonId
) {
	const members = new Map<string, NewGroupMember & { readonly role: string }>();
	for (const enrolment of plan.enrolments) {
		const part = enrolment.role === 'learner' ? 'learner' : 'adult';
		const next = {
			groupId: groupId(enrolment.classId),
			personId: personId(enrolment.personId),
			part,
			role: enrolment.role,
			startsAt: clock.from(enrolment.from),
			endsAt: clock.to(enrolment.to)
		} as const;
		const key = linkKey(next.groupId, next.personId, part);
		const before = members.get(key);
		members.set(key, {
			...next,
			startsAt: before ? earlier(before.startsAt, next.startsAt) : next.startsAt,
			endsAt: before ? later(before.endsAt, next.endsAt) : next.endsAt
		});
	}
	return members;
}

const relationOfRole = { teacher: 'teaches', support: 'supports' } as const;
const isRelating = (role: string): role is keyof typeof relationOfRole =>
	Object.hasOwn(relationOfRole, role);

/** Adults of a class teach or support its learners, for as long as both are in it. */
function relationsOfClasses(
	members: Iterable<NewGroupMember & { readonly role: string }>
): readonly NewRelationship[] {
	return [...Map.groupBy(members, ({ groupId }) => groupId)].flatMap(([groupId, list]) => {
		const learners = list.filter(({ part }) => part === 'learner');
		return list.flatMap(({ role, ...adult }) => {
			if (adult.part !== 'adult' || !isRelating(role)) return [];
			return learners.map((learner) => ({
				kind: relationOfRole[role],
				adultId: adult.personId,
				learnerId: learner.personId,
				groupId,
				startsAt: adult.startsAt > learner.startsAt ? adult.startsAt : learner.startsAt,
				endsAt:
					adult.endsAt && learner.endsAt
						? earlier(adult.endsAt, learner.endsAt)
						: (adult.endsAt ?? learner.endsAt),
				limits: [],
				purpose: null,
				words: null
			}));
		});
	});
}

/** Which days a class runs: from its first term's start to its last term's end. */
function daysOf(plan: RosterPlan, termIds: readonly string[]) {
	const terms = plan.terms.filter(({ id }) => termIds.includes(id));
	const starts = terms.map(({ from }) => from).toSorted();
	const ends = terms.map(({ to }) => to).toSorted();
	return { startsOn: starts[0] ?? null, endsOn: ends.at(-1) ?? null };
}

function equityOf(plan: RosterPlan, personId: (id: string) => PersonId) {
	return plan.restricted.equity.flatMap((record): NewEquityAttribute[] => {
		const person = { personId: personId(record.personId) };
		const one = (attribute: string, value: string | null) =>
			value === null ? [] : [{ ...person, attribute, value }];
		return [
			...one('sex', record.sex),
			...record.groups.map((value) => ({ ...person, attribute: 'group', value })),
			...one('country-of-birth', record.countryOfBirth)
		];
	});
}

function contactsOf(person: Person, personId: PersonId): readonly NewContact[] {
	const one = (kind: NewContact['kind'], value: string | null) =>
		value === null ? [] : [{ personId, kind, value }];
	return [...one('email', person.email), ...one('phone', person.phone)];
}

/** All new rows of a roster, with ids for new things and the ids they have for known ones. Pure. */
export function rosterRows(plan: RosterPlan, context: RosterContext): RosterRows {
	const { keys, school, newId } = context;
	const clock = clockOf(context);
	const ids = <Id extends Uuid>(known: ReadonlyMap<string, Id>, sources: readonly string[]) => {
		const all = new Map(sources.map((id) => [id, known.get(id) ?? newId<Id>()]));
		return (id: string) => present(all.get(id), 'every id of a plan is found in it');
	};
	const siteId = ids<SiteId>(
		school.sites,
		plan.sites.map(({ id }) => id)
	);
	const personId = ids<PersonId>(
		keys.people,
		plan.people.map(({ id }) => id)
	);
	const groupId = ids<GroupId>(
		keys.groups,
		plan.classes.map(({ id }) => id)
	);
	const births = new Map<string, SchoolDay>(
		plan.restricted.births.map(({ personId: id, day }) => [id, day])
	);
	const fresh = plan.people.filter(({ id }) => !keys.people.has(id));
	const isNew = (...parts: readonly (string | null)[]) => !keys.links.has(linkKey(...parts));
	const members = membersOf(plan, clock, groupId, personId);
	const family = plan.relationships.map(({ familyId, learnerId, kind }): NewRelationship => ({
		kind: 'family-of',
		adultId: personId(familyId),
		learnerId: personId(learnerId),
		groupId: null,
		startsAt: context.now,
		endsAt: null,
		limits: [],
		purpose: null,
		words: kind
	}));
	return {
		sites: plan.sites
			.filter(({ id }) => !school.sites.has(id))
			.map(({ id, name }) => ({
				siteId: siteId(id),
				name,
				timeZone: context.timeZone,
				locale: context.locale,
				sourceId: id
			})),
		terms: plan.terms
			.filter(({ id }) => !school.terms.has(id))
			.map(({ id, title, kind, from, to }) => ({
				termId: newId<Uuid>(),
				siteId: null,
				name: title,
				kind: kind === 'year' ? 'year' : 'term',
				startsOn: from,
				endsOn: to,
				sourceId: id
			})),
		people: fresh.map((person) => ({
			personId: personId(person.id),
			...nameOf(person),
			birthDate: births.get(person.id) ?? null,
			grade: person.learner?.grades[0] ?? null,
			band: births.has(person.id) ? null : (person.learner?.ageBand ?? null),
			sourceId: person.id
		})),
		contacts: fresh.flatMap((person) => contactsOf(person, personId(person.id))),
		memberships: plan.people.flatMap((person) =>
			person.memberships.flatMap(({ role, siteId: site, from, to }) => {
				const id = personId(person.id);
				const at = site === null ? null : siteId(site);
				if (!isNew(id, role, at)) return [];
				const [startsAt, endsAt] = [clock.from(from), clock.to(to)];
				return [{ personId: id, siteId: at, role, startsAt, endsAt }];
			})
		),
		groups: plan.classes
			.filter(({ id }) => !keys.groups.has(id))
			.map((group) => ({
				groupId: groupId(group.id),
				siteId: siteId(group.siteId),
				kind: group.kind === 'home group' ? 'home' : 'class',
				name: group.title,
				...daysOf(plan, group.termIds),
				sourceId: group.id
			})),
		members: [...members.values()]
			.filter((each) => isNew(each.groupId, each.personId, each.part))
			.map(({ role: _role, ...member }) => member),
		relationships: [...family, ...relationsOfClasses(members.values())].filter((each) =>
			isNew(each.kind, each.adultId, each.learnerId, each.groupId)
		),
		equity: equityOf(plan, personId),
		signIns: fresh
			.filter(({ maySignIn }) => maySignIn)
			.map((person) => ({
				personId: personId(person.id),
				wish: person.usernameHint ?? `${nameOf(person).called} ${person.familyName ?? ''}`,
				email: person.email
			}))
	};
}
