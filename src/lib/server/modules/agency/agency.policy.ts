import { holding, related, self, system, type Rule } from '../../platform/access/index.ts';

/** Who may know who decides what for a learner: everyone whose acts it governs. */
export const seeLadder: Rule = [
	self,
	related('teaches'),
	related('supports'),
	related('family-of'),
	related('mentors'),
	system
];

/** What learners of an age start from. */
export const setDefaults: Rule = [holding('administrator'), system];

/** Moving one learner's rung is agreed by both sides (it comes later); until then only stories of the past do it. */
export const placeLearner: Rule = [system];
