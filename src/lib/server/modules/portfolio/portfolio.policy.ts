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

/** Work that is open to somebody: of these learners, what is meant for these audiences. */
interface OpenWork {
	readonly learnerIds: readonly PersonId[];
	readonly audiences: readonly Audience[];
}

const viewpoints = ['self', 'teacher', 'family', 'other'] as const;

/** The one definition: in each way to stand to learners, the learners to whom this person stands so. */
function openWork(actor: PersonActor): readonly OpenWork[] {
	const learners = new Set(actor.relations.map(({ learnerId }) => learnerId)).add(actor.personId);
	return viewpoints.map((viewpoint) => ({
		learnerIds: [...learners].filter((id) => viewpointOf(actor, id) === viewpoint),
		audiences: audiencesFor(viewpoint)
	}));
}

/** The object check: a learner's own work, or an audience that reaches where the actor stands. */
export const maySeeWork = (actor: Actor, learnerId: PersonId, audience: Audience): boolean =>
	actor.kind === 'system' ||
	openWork(actor).some(
		({ learnerIds, audiences }) => learnerIds.includes(learnerId) && audiences.includes(audience)
	);

/** The list filter of the same rule, as a condition on the table `artefact` named `a`. */
export function visibleWork(actor: Actor): RawBuilder<boolean> {
	if (actor.kind === 'system') return sql<boolean>`true`;
	const parts = openWork(actor).map(
		({ learnerIds, audiences }) =>
			sql`(a.learner_id = any(${[...learnerIds]}::uuid[]) and a.audience = any(${[...audiences]}::text[]))`
	);
	return sql<boolean>`(${sql.join(parts, sql` or `)})`;
}
