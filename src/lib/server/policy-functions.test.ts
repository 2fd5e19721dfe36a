import {
	DummyDriver,
	Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler
} from 'kysely';
import { describe, expect, test } from 'vitest';
import {
	learnersFor,
	relationshipKinds,
	type Actor,
	type PersonActor,
	type RelationshipKind,
	type Role
} from './platform/access/index.ts';
import { newUuid, type PersonId, type SiteId } from './platform/ids.ts';
import { homeOf, limitedTo, talkAtHome } from './modules/conversations/conversations.policy.ts';
import { mayWithdraw } from './modules/evidence/evidence.policy.ts';
import { evidenceKinds, type EvidenceKind } from './modules/evidence/evidence.tables.ts';
import {
	hasOwnWeek,
	mayTakeRoll,
	organisesAt,
	worksAtSite
} from './modules/organiser/organiser.policy.ts';
import { audiences, type Audience } from './modules/people/people.tables.ts';
import { promiseRole, roleIn, sideOf } from './modules/plans/plans.policy.ts';
import { maySeeWork, opensToKind, visibleWork } from './modules/portfolio/portfolio.policy.ts';
import {
	actors,
	atSchool,
	everyone,
	exportedByPolicies,
	isRule,
	learnerId,
	names,
	otherId,
	person,
	thirdId,
	towards,
	type Name
} from './policy-cast.testing.ts';

/*
 * What a policy says by a function and not by a rule, cell by cell (TS1). A function without a matrix here is named by
 * the first test.
 */

const covered = [
	'conversations/homeOf',
	'conversations/limitedTo',
	'evidence/mayWithdraw',
	'organiser/hasOwnWeek',
	'organiser/mayTakeRoll',
	'organiser/organisesAt',
	'organiser/worksAtSite',
	'plans/promiseRole',
	'plans/roleIn',
	'plans/sideOf',
	'portfolio/maySeeWork',
	'portfolio/opensToKind',
	'portfolio/visibleWork'
];

test('a policy exports rules, and functions that have their cells here', async () => {
	const others = (await exportedByPolicies()).filter(([, value]) => !isRule(value));
	expect(others.map(([key]) => key).toSorted()).toEqual(covered);
});

/** Those for whom something holds. */
const who = (holds: (actor: Actor) => boolean): readonly Name[] =>
	everyone.filter(([, actor]) => holds(actor)).map(([name]) => name);
const inOrder = (some: readonly Name[]): readonly Name[] =>
	names.filter((name) => some.includes(name));
/** To each person what a function gives for them. */
const forEach = (ask: (actor: PersonActor) => string) =>
	Object.fromEntries(
		everyone.flatMap(([name, actor]) => (actor.kind === 'person' ? [[name, ask(actor)]] : []))
	);
const people = everyone.flatMap(([name, actor]) => (actor.kind === 'person' ? [name] : []));
const otherwise = (rest: string, some: Partial<Record<Name, string>>) =>
	Object.fromEntries(people.map((name) => [name, some[name] ?? rest]));

describe('evidence/mayWithdraw', () => {
	const may = (kind: EvidenceKind, authorId: PersonId | null) =>
		who((actor) => mayWithdraw(actor, learnerId, { kind, author_id: authorId }));
	const ofAuthor = evidenceKinds.filter(
		(kind) => !['withdrawal', 'response', 'self-assessment'].includes(kind)
	);

	test.each(['response', 'self-assessment'] as const)(
		'%s: the learner’s own, whoever wrote it down',
		(kind) => {
			expect(may(kind, actors.teaches.personId)).toEqual(['self', 'system']);
			expect(may(kind, null)).toEqual(['self', 'system']);
		}
	);

	test.each(ofAuthor)('%s: its author’s, not the learner’s nor a colleague’s', (kind) => {
		expect(may(kind, actors.teaches.personId)).toEqual(['teaches', 'system']);
		expect(may(kind, actors.mentors.personId)).toEqual(['mentors', 'system']);
		expect(may(kind, thirdId)).toEqual(['system']);
		expect(may(kind, null)).toEqual(['system']);
	});

	test('withdrawal: nobody’s', () => {
		expect(may('withdrawal', learnerId)).toEqual([]);
		expect(may('withdrawal', actors.teaches.personId)).toEqual([]);
	});
});

describe('talk at home', () => {
	test('limitedTo: who may only be in contact, with that learner alone', () => {
		expect(who((actor) => limitedTo(actor).includes(learnerId))).toEqual(['contact only']);
		const aunt = person('family', [
			...towards('family-of', ['contact-only']),
			...towards('family-of', [], otherId)
		]);
		expect(limitedTo(aunt)).toEqual([learnerId]);
	});

	test('limitedTo: another way to stand to the same learner lifts the limit', () => {
		const auntWhoTeaches = person('teacher', [
			...towards('family-of', ['contact-only']),
			...towards('teaches')
		]);
		expect(limitedTo(auntWhoTeaches)).toEqual([]);
	});

	test.each(relationshipKinds)('homeOf is open to what its rule says: %s', (kind) => {
		const adult = person(null, towards(kind, ['contact-only']));
		const whole = person(null, towards(kind));
		const home = homeOf(learnerId);
		const isOpen = [adult, whole].some((actor) => {
			const learners = learnersFor(actor, talkAtHome);
			return learners !== 'everyone' && learners.has(learnerId);
		});
		expect(home.openTo.includes(kind)).toBe(isOpen);
		expect(home).toMatchObject({ learnerId, title: null, alsoOpenTo: [] });
	});
});

describe('on which side and in which role', () => {
	const isLearner: readonly Name[] = ['self', 'who was a learner'];

	test('plans/sideOf', () => {
		expect(forEach((actor) => sideOf(actor, learnerId))).toEqual(
			otherwise('adult', Object.fromEntries(isLearner.map((name) => [name, 'learner'])))
		);
	});

	test('plans/roleIn: the relation before the role held; who holds none is told as a teacher', () => {
		expect(forEach((actor) => roleIn(actor, learnerId))).toEqual(
			otherwise('family', {
				self: 'learner',
				'who was a learner': 'learner',
				'another learner': 'learner',
				teaches: 'teacher',
				'teaches, no contact': 'teacher',
				'teacher of another': 'teacher',
				'nobody in particular': 'teacher',
				supports: 'support',
				mentors: 'mentor',
				leader: 'leader',
				administrator: 'administrator',
				council: 'council'
			})
		);
		expect(roleIn(person('administrator', towards('family-of')), learnerId)).toBe('family');
		expect(roleIn(person('administrator', towards('family-of')), otherId)).toBe('administrator');
	});

	test('plans/promiseRole', () => {
		expect(forEach((actor) => promiseRole(actor, learnerId))).toEqual(
			otherwise('teacher', {
				self: 'learner',
				'who was a learner': 'learner',
				'another learner': 'learner',
				family: 'family',
				'contact only': 'family',
				'family of another': 'family',
				'no contact': 'family',
				'both limits': 'family',
				mentors: 'mentor',
				council: 'community'
			})
		);
	});
});

describe('who sees a work', () => {
	const reach: Readonly<Record<Audience, readonly Name[]>> = {
		me: ['self', 'who was a learner'],
		teachers: ['self', 'who was a learner', ...atSchool],
		'teachers-and-family': ['self', 'who was a learner', ...atSchool, 'family'],
		'everyone-with-me': ['self', 'who was a learner', ...atSchool, 'family', 'mentors']
	};
	const kinds: Readonly<Record<Audience, readonly RelationshipKind[]>> = {
		me: [],
		teachers: ['teaches', 'supports'],
		'teachers-and-family': ['family-of', 'teaches', 'supports'],
		'everyone-with-me': ['family-of', 'teaches', 'mentors', 'supports']
	};

	const compiler = new Kysely<Record<string, never>>({
		dialect: {
			createAdapter: () => new PostgresAdapter(),
			createDriver: () => new DummyDriver(),
			createIntrospector: (db) => new PostgresIntrospector(db),
			createQueryCompiler: () => new PostgresQueryCompiler()
		}
	});

	/** What the condition lets through: pairs of parameters, learners and audiences; the system all. */
	function letsThrough(actor: Actor, learner: PersonId, audience: Audience): boolean {
		const { sql, parameters } = visibleWork(actor).compile(compiler);
		if (sql === 'true') return true;
		const part = '(a.learner_id = any($1::uuid[]) and a.audience = any($2::text[]))';
		const parts = sql.slice(1, -1).replaceAll(/\$\d+/g, '$$').split(' or ');
		expect(parts.every((each) => each === part.replaceAll(/\$\d/g, '$$'))).toBe(true);
		expect(parameters).toHaveLength(parts.length * 2);
		return parts.some((_, index) => {
			const [ids, open] = parameters.slice(index * 2);
			return (
				Array.isArray(ids) &&
				Array.isArray(open) &&
				ids.includes(learner) &&
				open.includes(audience)
			);
		});
	}

	describe.each(audiences)('%s', (audience) => {
		const open = inOrder([...reach[audience], 'system']);

		test('portfolio/maySeeWork', () => {
			expect(who((actor) => maySeeWork(actor, learnerId, audience))).toEqual(open);
			expect(who((actor) => maySeeWork(actor, thirdId, audience))).toEqual(['system']);
		});

		test('portfolio/visibleWork, the list filter, agrees', () => {
			expect(who((actor) => letsThrough(actor, learnerId, audience))).toEqual(open);
			expect(who((actor) => letsThrough(actor, thirdId, audience))).toEqual(['system']);
		});

		test('portfolio/opensToKind', () => {
			expect(relationshipKinds.filter((kind) => opensToKind(audience, kind))).toEqual(
				kinds[audience]
			);
		});
	});
});

describe('organiser: the roll, making weeks, a calendar of one’s own', () => {
	const siteId = newUuid<SiteId>(new Date(0));
	const elsewhere = newUuid<SiteId>(new Date(1));
	const at = (role: Role, site: SiteId): PersonActor => ({
		...person(role),
		memberships: [{ role, siteId: site }]
	});
	const makers: readonly Name[] = [
		'teaches',
		'leader',
		'administrator',
		'system',
		'teacher of another',
		'teaches, no contact'
	];

	test('weeks are made by teachers and leaders of the site, and the office', () => {
		expect(who((actor) => organisesAt(actor, siteId))).toEqual(inOrder(makers));
	});

	test.each(['teacher', 'leader'] as const)('a %s of this site, not of another', (role) => {
		expect(organisesAt(at(role, siteId), siteId)).toBe(true);
		expect(organisesAt(at(role, elsewhere), siteId)).toBe(false);
	});

	test('the office makes them at every site, family and who supports at none', () => {
		expect(organisesAt(at('administrator', elsewhere), siteId)).toBe(true);
		expect(organisesAt(at('family', siteId), siteId)).toBe(false);
		expect(organisesAt(at('support', siteId), siteId)).toBe(false);
	});

	test('at work are these and who supports; at this site, not at another', () => {
		expect(who((actor) => worksAtSite(actor, siteId))).toEqual(inOrder([...makers, 'supports']));
		expect(worksAtSite(at('support', siteId), siteId)).toBe(true);
		expect(worksAtSite(at('support', elsewhere), siteId)).toBe(false);
	});

	test('a roll is taken by who is at work, and by who leads the session wherever they are', () => {
		const session = { siteId, adultId: null };
		expect(who((actor) => mayTakeRoll(actor, session))).toEqual(inOrder([...makers, 'supports']));
		const visitor = at('teacher', elsewhere);
		expect(mayTakeRoll(visitor, session)).toBe(false);
		expect(mayTakeRoll(visitor, { siteId, adultId: visitor.personId })).toBe(true);
	});

	test('a calendar is for whoever has a week to see, not for the youngest', () => {
		const without: readonly Name[] = [
			'mentors',
			'administrator',
			'system',
			'nobody in particular',
			'council'
		];
		expect(who(hasOwnWeek)).toEqual(names.filter((name) => !without.includes(name)));
		expect(hasOwnWeek({ ...at('learner', siteId), band: '5-7' })).toBe(false);
	});
});
