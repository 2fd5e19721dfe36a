import { holding, system, type Rule } from '../../platform/access/index.ts';

/** Who brings frameworks and items in. */
export const bringCurriculum: Rule = [holding('administrator'), system];

/** Who says which outcomes are known by heart; it concerns no learner in particular. */
export const markByHeart: Rule = [
	holding('teacher'),
	holding('leader'),
	holding('administrator'),
	system
];

/** Who says which outcome a topic of a bank or catalogue is about; it concerns no learner in particular. */
export const matchTopics: Rule = [
	holding('teacher'),
	holding('leader'),
	holding('administrator'),
	system
];
