import { imports } from './interop/migrations/0135-imports.ts';
import { agency } from './modules/agency/migrations/0140-agency.ts';
import { conversations } from './modules/conversations/migrations/0180-conversations.ts';
import { curriculum } from './modules/curriculum/migrations/0120-curriculum.ts';
import { evidence } from './modules/evidence/migrations/0150-evidence.ts';
import { learnerModel } from './modules/learner-model/migrations/0160-learner-model.ts';
import { organiser } from './modules/organiser/migrations/0210-organiser.ts';
import { opportunities } from './modules/opportunities/migrations/0130-opportunities.ts';
import { pathways } from './modules/pathways/migrations/0190-pathways.ts';
import { people } from './modules/people/migrations/0110-people.ts';
import { plans } from './modules/plans/migrations/0200-plans.ts';
import { portfolio } from './modules/portfolio/migrations/0170-portfolio.ts';
import { school } from './modules/school/migrations/0100-school.ts';
import type { Migration } from './platform/db/migrate.ts';
import { platform } from './platform/migrations/0001-platform.ts';
import { auth } from './platform/migrations/0002-auth.ts';

/** Every step of the schema; the runner sorts them by id. Nothing is released yet, so steps may still be edited. */
export const migrations: readonly Migration[] = [
	platform,
	auth,
	school,
	people,
	curriculum,
	opportunities,
	imports,
	agency,
	evidence,
	learnerModel,
	portfolio,
	conversations,
	pathways,
	plans,
	organiser
];
