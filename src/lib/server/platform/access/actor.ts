import type { CommunityId, PersonId, SiteId } from '../ids.ts';

export const roles = [
	'learner',
	'teacher',
	'family',
	'mentor',
	'leader',
	'support',
	'council',
	'administrator'
] as const;
export type Role = (typeof roles)[number];

export const ageBands = ['5-7', '8-11', '12-18'] as const;
export type AgeBand = (typeof ageBands)[number];

/** How an adult stands to a learner; access follows these, not roles. */
export const relationshipKinds = ['family-of', 'teaches', 'mentors', 'supports'] as const;
export type RelationshipKind = (typeof relationshipKinds)[number];

/** One relationship in force now, from this adult to one learner. */
export interface Relation {
	readonly kind: RelationshipKind;
	readonly learnerId: PersonId;
	/** Limits narrow it: `contact-only` hides everything but the way to write to each other. */
	readonly limits: readonly RelationLimit[];
}
export type RelationLimit = 'contact-only' | 'no-contact';

export interface Membership {
	readonly role: Role;
	readonly siteId: SiteId | null;
}

/** A signed-in person with all that decides what they may do, as it stands at this request. */
export interface PersonActor {
	readonly kind: 'person';
	readonly communityId: CommunityId;
	readonly personId: PersonId;
	readonly memberships: readonly Membership[];
	readonly relations: readonly Relation[];
	/** Only for learners: which interface and entitlement they get. */
	readonly band: AgeBand | null;
	/** Only for learners whose birth date or year is known: whole years, at this request. */
	readonly age?: number | null;
	/** The zone of their first site; their days are days there. UTC where there is none. */
	readonly timeZone?: string;
}

/** The software itself, with a written reason: jobs, the command line, the seeding of the demo. */
export interface SystemActor {
	readonly kind: 'system';
	readonly communityId: CommunityId;
	readonly reason: string;
	readonly timeZone?: string;
}

export type Actor = PersonActor | SystemActor;

export const hasRole = (actor: Actor, role: Role): boolean =>
	actor.kind === 'person' && actor.memberships.some((membership) => membership.role === role);

/** The role in which this actor stands to a learner; what the decision log writes down. */
export function roleTowards(actor: PersonActor, learnerId: PersonId | null): Role | null;
export function roleTowards(actor: Actor, learnerId: PersonId | null): Role | 'system' | null;
export function roleTowards(actor: Actor, learnerId: PersonId | null): Role | 'system' | null {
	if (actor.kind === 'system') return 'system';
	if (learnerId === actor.personId) return 'learner';
	const relation = actor.relations.find((candidate) => candidate.learnerId === learnerId);
	if (relation) return roleOfRelation[relation.kind];
	return actor.memberships[0]?.role ?? null;
}

const roleOfRelation: Record<RelationshipKind, Role> = {
	'family-of': 'family',
	teaches: 'teacher',
	mentors: 'mentor',
	supports: 'support'
};
