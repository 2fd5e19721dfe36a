import { openTalk, type SubjectPorts, type Talk } from './modules/conversations/index.ts';
import { goalSubjects, proposalSubjects } from './modules/plans/index.ts';
import { workSubjects } from './modules/portfolio/index.ts';

/** Part of the composition root: conversations asks the owners of its subjects who may see them. */
const subjects: SubjectPorts = {
	goal: goalSubjects,
	proposal: proposalSubjects,
	artefact: workSubjects
};

export const { sayInThread, getThread, listThreads, reportMessage }: Talk = openTalk(subjects);
