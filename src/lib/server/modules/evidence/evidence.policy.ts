import { related, self, system, type Rule } from '../../platform/access/index.ts';

/** Who may look at a learner's evidence. */
export const seeEvidence: Rule = [
	self,
	related('teaches'),
	related('supports'),
	related('family-of'),
	system
];

/** Answers are the learner's own; nobody answers for them. */
export const answerItems: Rule = [self, system];

/** Who may write down what they saw. Family and mentors saw it outside school. */
export const observeAtSchool: Rule = [related('teaches'), related('supports'), system];
export const observeElsewhere: Rule = [
	related('teaches'),
	related('supports'),
	related('family-of'),
	related('mentors'),
	system
];
