import type { FieldChange } from '../../components/difference.svelte';
import { shownChanges, type Changes } from '../plan/changes.ts';

type ProposalKind = 'new' | 'change' | 'achieve' | 'set-aside' | 'take-up';

interface KnownProposal {
	readonly proposalId: string;
	readonly kind: ProposalKind;
	readonly authorName: string;
	readonly authorId: string;
	readonly changes: Changes;
	readonly words: string | null;
	readonly turns: readonly { readonly name: string; readonly words: string }[];
}

/** A goal as the server knows it. */
interface KnownGoal {
	readonly goalId: string;
	readonly version: number;
	readonly fields: {
		readonly words: string;
		readonly why: string | null;
		readonly successCriteria: string | null;
		readonly supports: string | null;
		readonly reviewOn: string | null;
		readonly outcomeIds: readonly string[];
	};
	readonly commitments: readonly {
		readonly commitmentId: string;
		readonly personId: string;
		readonly name: string;
		readonly words: string;
		readonly due: string | null;
		readonly keptAt: string | null;
	}[];
}

/** What waits on a goal for a family's answer. */
export interface Waiting {
	readonly proposalId: string;
	readonly kind: ProposalKind;
	readonly who: string;
	readonly says: string | null;
	readonly changes: readonly FieldChange[];
	readonly turns: readonly { readonly name: string; readonly words: string }[];
	/** The child's question about what this family member suggested; else it is a proposal. */
	readonly isQuestion: boolean;
	/** Ids for what may be sent, one for each form. */
	readonly counterId: string;
	readonly turnId: string;
}

export interface FamilyGoal {
	readonly goalId: string;
	readonly version: number;
	readonly fields: KnownGoal['fields'];
	readonly waiting: Waiting | null;
	readonly mine: readonly Promise[];
	readonly others: readonly Promise[];
	readonly promiseId: string;
}
interface Promise {
	readonly id: string;
	readonly who: string;
	readonly words: string;
	readonly due: string | null;
	readonly isKept: boolean;
}

interface Viewing {
	readonly personId: string;
	readonly newId: () => string;
	readonly waiting: {
		readonly proposal: KnownProposal & { readonly state: string };
		readonly turn: 'learner' | 'adult';
	} | null;
}

/** A goal for a family's page: what waits for them, what they promised, what others did. */
export function familyGoal(goal: KnownGoal, { personId, newId, waiting }: Viewing): FamilyGoal {
	const promises = goal.commitments.map((one) => ({
		id: one.commitmentId,
		who: one.name,
		words: one.words,
		due: one.due,
		isKept: one.keptAt !== null,
		isMine: one.personId === personId
	}));
	const proposal = waiting?.turn === 'adult' ? waiting.proposal : null;
	return {
		goalId: goal.goalId,
		version: goal.version,
		fields: goal.fields,
		waiting: proposal && {
			proposalId: proposal.proposalId,
			kind: proposal.kind,
			who: proposal.authorName,
			says: proposal.words,
			// A new goal stands there in whole: its words need no "before".
			changes: proposal.kind === 'change' ? shownChanges(proposal.changes) : [],
			turns: proposal.turns.map(({ name, words }) => ({ name, words })),
			isQuestion: proposal.state === 'asked',
			counterId: newId(),
			turnId: newId()
		},
		mine: promises.filter(({ isMine }) => isMine),
		others: promises.filter(({ isMine }) => !isMine),
		promiseId: newId()
	};
}
