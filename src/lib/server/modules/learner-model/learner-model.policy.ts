import { related, self, system, type Rule } from '../../platform/access/index.ts';

/** Beliefs go to the learner and the adults around them, nobody else (TP8). */
export const seeBeliefs: Rule = [
	self,
	related('teaches'),
	related('supports'),
	related('family-of'),
	system
];

/** A check is the learner's own: nobody answers it for them. */
export const takeCheck: Rule = [self, system];

/** Only the learner disputes what is believed of them. */
export const challenge: Rule = [self];

/** Training changes what is believed of everyone: the software does it, when told at its own machine. */
export const trainModels: Rule = [system];

/** Who answers a challenge. */
export const answerChallenges: Rule = [related('teaches'), related('supports')];
