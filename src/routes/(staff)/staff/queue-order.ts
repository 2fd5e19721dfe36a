/** What can wait for an adult. */
export type QueueKind =
	| 'stuck'
	| 'ready'
	| 'objection'
	| 'plan'
	| 'feedback'
	| 'audience'
	| 'idea'
	| 'challenge'
	| 'wishes'
	| 'review';

/** Who needs me most: a hand that is up, then answers people wait for, then what has a date. */
const order: Readonly<Record<QueueKind, number>> = {
	stuck: 0,
	ready: 1,
	objection: 2,
	plan: 3,
	feedback: 4,
	audience: 5,
	idea: 6,
	challenge: 7,
	wishes: 8,
	review: 9
};

interface Queued {
	readonly kind: QueueKind;
	readonly learnerId: string;
	readonly learnerName: string;
	/** Minutes since it was asked. */
	readonly minutes: number;
}

/** By need, then who waits longest. */
export const inOrder = <T extends Queued>(items: readonly T[]): readonly T[] =>
	items.toSorted((a, b) => order[a.kind] - order[b.kind] || b.minutes - a.minutes);

/** How many people wait, and who of them is stuck now. */
export function whoWaits(items: readonly Queued[]): {
	readonly people: number;
	readonly stuck: readonly string[];
} {
	const stuck = items.filter(({ kind }) => kind === 'stuck');
	return {
		people: new Set(items.map(({ learnerId }) => learnerId)).size,
		stuck: [...new Set(stuck.map(({ learnerName }) => learnerName))]
	};
}
