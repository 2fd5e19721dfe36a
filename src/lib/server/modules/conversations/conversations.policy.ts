import {
	holding,
	inContact,
	learnersFor,
	mayFor,
	related,
	self,
	system,
	type Actor,
	type PersonActor,
	type Relation,
	type Role,
	type Rule
} from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { OpenSubject } from './subject.ts';

/** Who talks in a learner's home thread; whoever may do no more than write to the learner does it here. */
export const talkAtHome: Rule = [
	self,
	inContact('family-of'),
	related('teaches'),
	related('supports')
];

/** Who reads the whole home thread: not an adult who is limited to contact. */
export const readAllAtHome: Rule = [
	self,
	related('family-of'),
	related('teaches'),
	related('supports')
];

/** A hand goes up by the learner alone. */
export const raiseHand: Rule = [self];

/** Who sees raised hands and goes over: those who work with the learner at school. */
export const answerHands: Rule = [related('teaches'), related('supports')];

/** Naming the safeguarding lead is the office's, or the set-up's. */
export const nameLead: Rule = [holding('administrator'), system];

/** The home thread as a subject. */
export const homeOf = (learnerId: PersonId): OpenSubject => ({
	learnerId,
	title: null,
	openTo: ['family-of', 'teaches', 'supports'],
	alsoOpenTo: []
});

/** Whether the actor may talk in the home thread of this learner. */
export const mayTalkAtHome = (actor: Actor, learnerId: PersonId): boolean =>
	actor.kind === 'person' && mayFor(actor, talkAtHome, learnerId);

/** The learners with whom this person may only be in contact: each reads what the other writes, and no more. */
export const limitedTo = (actor: PersonActor): readonly PersonId[] => {
	const whole = learnersFor(actor, readAllAtHome);
	const some = learnersFor(actor, talkAtHome);
	// Neither rule names a role, so that neither opens everyone.
	return some === 'everyone' || whole === 'everyone'
		? []
		: [...some].filter((id) => !whole.has(id));
};

/** The learners in whose threads this person may have a part: themself, and those they stand in any relationship to. */
export const talkingAbout = ({ personId, relations, memberships }: PersonActor): PersonId[] => [
	...(memberships.some(({ role }) => role === 'learner') ? [personId] : []),
	...relations.filter(mayContact).map(({ learnerId }) => learnerId)
];
const mayContact = ({ limits }: Relation): boolean => !limits.includes('no-contact');

/** Who reads reports where no safeguarding lead was named, or where a lead wrote the message. */
export const standsInForLead: Role = 'leader';
