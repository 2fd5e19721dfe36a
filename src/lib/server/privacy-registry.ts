import { agencyPrivacy } from './modules/agency/index.ts';
import { importsPrivacy } from './interop/privacy.ts';
import { conversationsPrivacy } from './modules/conversations/index.ts';
import { curriculumPrivacy } from './modules/curriculum/index.ts';
import { opportunitiesPrivacy } from './modules/opportunities/index.ts';
import { evidencePrivacy } from './modules/evidence/index.ts';
import { learnerModelPrivacy } from './modules/learner-model/index.ts';
import { organiserPrivacy } from './modules/organiser/index.ts';
import { pathwaysPrivacy } from './modules/pathways/index.ts';
import { peoplePrivacy } from './modules/people/index.ts';
import { plansPrivacy } from './modules/plans/index.ts';
import { portfolioPrivacy } from './modules/portfolio/index.ts';
import { schoolPrivacy } from './modules/school/index.ts';
import { platformPrivacy } from './platform/privacy/platform-privacy.ts';
import type { PrivacyDeclaration } from './platform/privacy/index.ts';

/** Everything the installation holds about people, module by module; a test compares it with the live schema (TP1). */
export const privacyRegistry: readonly PrivacyDeclaration[] = [
	platformPrivacy,
	schoolPrivacy,
	peoplePrivacy,
	agencyPrivacy,
	pathwaysPrivacy,
	plansPrivacy,
	organiserPrivacy,
	conversationsPrivacy,
	curriculumPrivacy,
	opportunitiesPrivacy,
	importsPrivacy,
	evidencePrivacy,
	learnerModelPrivacy,
	portfolioPrivacy
];
