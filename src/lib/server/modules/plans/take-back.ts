import type { PersonId } from '../../platform/ids.ts';
import type { ProposalRow } from './proposal.store.ts';
import type { ProposalId, ProposalState } from './plans.tables.ts';

/** How long an answer can be taken back: an undo, not a second negotiation. */
export const takeBackWithin = 15 * 60_000;

/** A proposal somebody answered, as far as taking the answer back depends on it. */
export interface Answered {
	readonly proposalId: ProposalId;
	readonly state: ProposalState;
	readonly baseVersion: number;
	readonly answeredAt: Date | null;
	/** It took effect before and was talked about: it has no other text to fall back to. */
	readonly isTalkedAbout: boolean;
}

interface Now {
	readonly actor: { readonly personId: PersonId };
	/** What waits on the goal now. */
	readonly open: Pick<ProposalRow, 'authorId' | 'state' | 'counters'> | null;
	readonly version: number;
	readonly now: Date;
}

/** Whether nobody built on the answer: no later version, no later proposal but the answer's own, not yet answered. */
export function canTakeBack(answered: Answered, { actor, open, version, now }: Now): boolean {
	const age = now.getTime() - (answered.answeredAt?.getTime() ?? 0);
	if (age > takeBackWithin || answered.isTalkedAbout) return false;
	if (answered.state === 'agreed') return !open && version === answered.baseVersion + 1;
	if (version !== answered.baseVersion) return false;
	if (answered.state === 'declined') return !open;
	const isOwn = open?.counters === answered.proposalId && open.authorId === actor.personId;
	return answered.state === 'countered' && isOwn && open.state === 'open';
}
