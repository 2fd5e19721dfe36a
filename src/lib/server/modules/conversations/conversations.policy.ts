import {
	holding,
	inContact,
	namedLearners,
	related,
	self,
	system,
	type Actor,
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

/** In whose threads somebody may have a part: the learner, and whoever stands in any relationship to them. */
export const takePart: Rule = [
	self,
	inContact('family-of'),
	inContact('teaches'),
	inContact('supports'),
	inContact('mentors')
];

/** The learners with whom this person may only be in contact: each reads what the other writes, and no more. */
export function limitedTo(actor: Actor): readonly PersonId[] {
	const whole = new Set(namedLearners(actor, readAllAtHome));
	return namedLearners(actor, talkAtHome).filter((id) => !whole.has(id));
}

/** Who reads reports where no safeguarding lead was named, or where a lead wrote the message. */
export const standInForLead: Rule = [holding('leader')];
