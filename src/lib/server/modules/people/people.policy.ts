import { holding, related, self, system, type Rule } from '../../platform/access/index.ts';

/** Who may know that a learner is here, by name and group. */
export const seeLearner: Rule = [
	self,
	related('family-of'),
	related('teaches'),
	related('mentors'),
	related('supports'),
	system
];

/** Who works with a learner's learning: plans, evidence, feedback. */
export const teachLearner: Rule = [related('teaches'), related('supports')];

/** What a learner says about themself is theirs to write. */
export const writeProfile: Rule = [self];

/** Accounts, rosters, settings of the community. */
export const administer: Rule = [holding('administrator'), system];

/** A new way in for somebody who forgot theirs: a teacher's own learners, or anybody by the office. */
export const reissueSignIn: Rule = [related('teaches'), holding('administrator')];

/** Whoever teaches looks after the windows and cards of the classes they stand in; an aide does not. */
export const runClasses: Rule = [holding('teacher')];

/** The office looks after those of every class. */
export const administerClasses: Rule = [holding('administrator')];

/** How the school is set up, in counts: whoever leads or administers it. */
export const seeSetUp: Rule = [holding('leader'), holding('administrator')];

/** Who saw and changed a learner's things: the learner and their family (TP6). */
export const seeHistory: Rule = [self, related('family-of')];
