import { learnerNews } from './modules/conversations/index.ts';
import { dayAhead } from './modules/organiser/index.ts';
import { feedbackToUse } from './modules/portfolio/index.ts';
import type { Scope } from './platform/access/index.ts';
import { readAtOnce } from './platform/db/at-once.ts';
import type { PersonId } from './platform/ids.ts';

/** So much unanswered feedback is looked at. */
const mostFeedback = 3;

/** What talk, work and the week have for Today: three modules in one statement. */
export const readAroundToday = (scope: Scope, learnerId: PersonId) =>
	readAtOnce(scope.tx, {
		news: learnerNews(scope),
		feedback: feedbackToUse(scope, learnerId, mostFeedback),
		ahead: dayAhead(scope, learnerId)
	});
