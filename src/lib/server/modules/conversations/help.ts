/** "I'm stuck", or "I'm ready" to be checked or to go on. */
export const helpKinds = ['stuck', 'ready'] as const;
export type HelpKind = (typeof helpKinds)[number];

export type HelpState = 'waiting' | 'answered' | 'taken-back';

/** What a signal's row says of its state. */
export interface HelpFacts {
	readonly answeredAt: Date | null;
	readonly takenBackAt: Date | null;
}

export const stateOfHelp = ({ answeredAt, takenBackAt }: HelpFacts): HelpState =>
	takenBackAt ? 'taken-back' : answeredAt ? 'answered' : 'waiting';

/** From each state, what may happen next: a hand goes down by an answer or by its owner, and stays down. */
export const helpMoves = {
	waiting: ['answer', 'take-back'],
	answered: [],
	'taken-back': []
} as const satisfies Record<HelpState, readonly ('answer' | 'take-back')[]>;

export const mayMoveHelp = (facts: HelpFacts, move: 'answer' | 'take-back'): boolean =>
	helpMoves[stateOfHelp(facts)].some((possible) => possible === move);
