import { related, self, system, type Rule } from '../../platform/access/index.ts';

/** Who may look at what was offered to a learner, and ask for an offer. */
export const seeAlternatives: Rule = [
	self,
	related('teaches'),
	related('supports'),
	related('family-of'),
	system
];

/** Turning down is the learner's own word; nobody says it for them. */
export const answerForSelf: Rule = [self];

/** An adult who may answer a learner's idea, or say yes to what they picked. */
export const answerIdeas: Rule = [related('teaches'), related('supports'), related('family-of')];
