/** A session that an adult leads today. */
export interface SessionLine {
	readonly sessionId: string;
	readonly title: string;
	readonly room: string | null;
	readonly periodName: string;
	/** Whom it is for, where it is one-to-one. */
	readonly learner: string | null;
	/** “10:40”. */
	readonly startsAt: string;
	readonly when: 'done' | 'now' | 'later';
	/** Learners with a seat; of them here, not here or elsewhere, and not on the roll yet. */
	readonly expected: number;
	readonly here: number;
	readonly gone: number;
	readonly unmarked: number;
}
