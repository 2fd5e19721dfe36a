import { sql, type RawBuilder } from 'kysely';
import {
	related,
	self,
	system,
	type Actor,
	type PersonActor,
	type RelationshipKind,
	type Rule
} from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import { audiencesFor, viewpointOf, type Audience, type Viewpoint } from '../people/index.ts';

/** A learner's work is theirs to make, change, share and take away. */
export const ownWork: Rule = [self];

/** Who may give feedback on work they may see, and look at what waits for them. */
export const giveFeedbackRule: Rule = [
	related('teaches'),
	related('supports'),
	related('family-of'),
	related('mentors')
];

/** Whose yes a wish for another audience needs. */
export const agreeAudience: Rule = [related('teaches'), related('supports')];

/** Ending what was taken away long ago is housekeeping. */
export const endRemoved: Rule = [system];

/** Where an adult in a relationship stands, for choosing whom to ask. */
const viewpointOfKind: Readonly<Record<RelationshipKind, Viewpoint>> = {
	teaches: 'teacher',
	supports: 'teacher',
	'family-of': 'family',
	mentors: 'other'
};

/** Whether work with this audience is open to an adult who stands so to its learner. */
export const opensToKind = (audience: Audience, kind: RelationshipKind): boolean =>
	audiencesFor(viewpointOfKind[kind]).includes(audience);

/** The object check: a learner's own work, or an audience that reaches where the actor stands. */
export function maySeeWork(actor: Actor, learnerId: PersonId, audience: Audience): boolean {
	if (actor.kind === 'system') return true;
	const viewpoint = viewpointOf(actor, learnerId);
	return viewpoint !== null && audiencesFor(viewpoint).includes(audience);
}

/** The learners to whom an actor stands in each way. */
function learnersByViewpoint(actor: PersonActor): ReadonlyMap<Viewpoint, readonly PersonId[]> {
	const found = new Map<Viewpoint, PersonId[]>();
	const learners = new Set(actor.relations.map(({ learnerId }) => learnerId)).add(actor.personId);
	for (const learnerId of learners) {
		const viewpoint = viewpointOf(actor, learnerId);
		if (viewpoint) found.set(viewpoint, [...(found.get(viewpoint) ?? []), learnerId]);
	}
	return found;
}

const viewpoints = ['self', 'teacher', 'family', 'other'] as const;

/** The list filter of the same rule, as a condition on the table `artefact` named `a`. */
export function visibleWork(actor: Actor): RawBuilder<boolean> {
	if (actor.kind === 'system') return sql<boolean>`true`;
	const learners = learnersByViewpoint(actor);
	const parts = viewpoints.map(
		(viewpoint) =>
			sql`(a.learner_id = any(${learners.get(viewpoint) ?? []}::uuid[]) and a.audience = any(${[...audiencesFor(viewpoint)]}::text[]))`
	);
	return sql<boolean>`(${sql.join(parts, sql` or `)})`;
}
