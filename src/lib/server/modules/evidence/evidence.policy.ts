import {
	mayFor,
	related,
	self,
	system,
	type Actor,
	type Rule
} from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { EvidenceKind } from './evidence.tables.ts';

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

/** Who may judge a learner's work or standing. */
export const judge: Rule = [related('teaches'), related('supports'), system];

/** Evidence from elsewhere comes through an importer, which acts as the system. */
export const bringIn: Rule = [system];

/** What a learner made themself is theirs to take back. */
const own: ReadonlySet<EvidenceKind> = new Set(['response', 'self-assessment']);

/** A learner takes back what was done in their name, an author what they wrote; nobody a withdrawal. */
export function mayWithdraw(
	actor: Actor,
	learnerId: PersonId,
	event: { readonly kind: EvidenceKind; readonly author_id: PersonId | null }
): boolean {
	if (event.kind === 'withdrawal') return false;
	if (actor.kind === 'system') return true;
	if (own.has(event.kind)) return mayFor(actor, [self], learnerId);
	return event.author_id === actor.personId;
}
