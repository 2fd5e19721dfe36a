import type { PersonId } from '../ids.ts';
import {
	hasRole,
	type Actor,
	type PersonActor,
	type Relation,
	type RelationshipKind,
	type Role
} from './actor.ts';

/** One way to be allowed: being the learner, standing in a relationship, or holding a community-wide role. */
export type Sentence =
	| { readonly by: 'self' }
	| {
			readonly by: 'relationship';
			readonly kind: RelationshipKind;
			/** A relationship limited to contact is enough for this. */
			readonly contactSuffices?: true;
	  }
	| { readonly by: 'role'; readonly role: Role }
	| { readonly by: 'system' };

/** The sentences of an action; any one of them suffices, none means nobody. */
export type Rule = readonly Sentence[];

export const self: Sentence = { by: 'self' };
export const system: Sentence = { by: 'system' };
export const related = (kind: RelationshipKind): Sentence => ({ by: 'relationship', kind });
/** The same, open also to an adult who may do no more than write to the learner. */
export const inContact = (kind: RelationshipKind): Sentence => ({
	by: 'relationship',
	kind,
	contactSuffices: true
});
export const holding = (role: Role): Sentence => ({ by: 'role', role });

/** The learners a rule opens to an actor: all of the community, or just these. */
export type VisibleLearners = 'everyone' | ReadonlySet<PersonId>;

const opens = ({ limits }: Relation, contactSuffices: boolean): boolean =>
	!limits.includes('no-contact') && (contactSuffices || !limits.includes('contact-only'));

function learnersBySentence(actor: PersonActor, sentence: Sentence): VisibleLearners {
	switch (sentence.by) {
		case 'self':
			return new Set(hasRole(actor, 'learner') ? [actor.personId] : []);
		case 'relationship':
			return new Set(
				actor.relations
					.filter(
						(relation) =>
							relation.kind === sentence.kind && opens(relation, sentence.contactSuffices ?? false)
					)
					.map((relation) => relation.learnerId)
			);
		case 'role':
			return hasRole(actor, sentence.role) ? 'everyone' : new Set();
		case 'system':
			return new Set();
	}
}

/** The list filter of a rule: a store narrows its rows to these learners. */
export function learnersFor(actor: Actor, rule: Rule): VisibleLearners {
	if (actor.kind === 'system')
		return rule.some((sentence) => sentence.by === 'system') ? 'everyone' : new Set();
	const found = new Set<PersonId>();
	for (const sentence of rule) {
		const learners = learnersBySentence(actor, sentence);
		if (learners === 'everyone') return 'everyone';
		for (const learner of learners) found.add(learner);
	}
	return found;
}

/**
 * The learners a rule opens one by one, for a list of what somebody has to do. Whoever sees the whole community has no
 * learners of their own: none then.
 */
export function namedLearners(actor: Actor, rule: Rule): readonly PersonId[] {
	const learners = learnersFor(actor, rule);
	return learners === 'everyone' ? [] : [...learners];
}

/** The object check of the same rule, so that the two can never disagree. */
export function mayFor(actor: Actor, rule: Rule, learnerId: PersonId): boolean {
	const learners = learnersFor(actor, rule);
	return learners === 'everyone' || learners.has(learnerId);
}

/** For actions that concern no single learner: a role or the system alone can allow them. */
export function may(actor: Actor, rule: Rule): boolean {
	return learnersFor(actor, rule) === 'everyone';
}
