import type { PersonActor } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { Audience } from './people.tables.ts';

/** How somebody stands to the learner whose profile it is; decides which audiences open to them. */
export type Viewpoint = 'self' | 'teacher' | 'family' | 'other';

const opensTo: Record<Audience, readonly Viewpoint[]> = {
	me: ['self'],
	teachers: ['self', 'teacher'],
	'teachers-and-family': ['self', 'teacher', 'family'],
	'everyone-with-me': ['self', 'teacher', 'family', 'other']
};

/** The audiences whose things this viewpoint may see; the list filter and the object check are both made from it. */
export const audiencesFor = (viewpoint: Viewpoint): readonly Audience[] =>
	(Object.keys(opensTo) as readonly Audience[]).filter((audience) =>
		opensTo[audience].includes(viewpoint)
	); // SAFETY: the keys of a total record over Audience

/** Where an actor stands to a learner, or null when they do not stand anywhere. */
export function viewpointOf(actor: PersonActor, learnerId: PersonId): Viewpoint | null {
	if (actor.personId === learnerId) return 'self';
	const kinds = actor.relations
		.filter((relation) => relation.learnerId === learnerId && relation.limits.length === 0)
		.map((relation) => relation.kind);
	if (kinds.includes('teaches') || kinds.includes('supports')) return 'teacher';
	if (kinds.includes('family-of')) return 'family';
	return kinds.includes('mentors') ? 'other' : null;
}
