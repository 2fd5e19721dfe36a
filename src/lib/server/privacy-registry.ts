import { evidencePrivacy } from './modules/evidence/index.ts';
import { learnerModelPrivacy } from './modules/learner-model/index.ts';
import { platformPrivacy } from './platform/privacy/platform-privacy.ts';
import type { PrivacyDeclaration } from './platform/privacy/index.ts';

/** Everything the installation holds about people, module by module; a test compares it with the live schema (TP1). */
export const privacyRegistry: readonly PrivacyDeclaration[] = [
	platformPrivacy,
	evidencePrivacy,
	learnerModelPrivacy
];
