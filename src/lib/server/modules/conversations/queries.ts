import { namedLearners, personOf, type Scope } from '../../platform/access/index.ts';
import { partOf, type Part } from '../../platform/db/at-once.ts';
import { toId, type PersonId } from '../../platform/ids.ts';
import { answerHands, limitedTo, takePart } from './conversations.policy.ts';
import { listOpenSignals, type HelpWaitingView } from './help.store.ts';
import { newsQuery, type LearnerNews } from './news.store.ts';
import { openSubject } from './open-subject.ts';
import type { OpenSubject, Subject, SubjectId, SubjectPorts } from './subject.ts';
import { findThread, listThreadLines, type ThreadLine, type ThreadRow } from './thread.store.ts';

/** A thread as a page shows it; empty where nobody has written yet. */
export interface ThreadView extends ThreadRow {
	readonly subject: Subject;
	readonly learnerId: PersonId;
	/** What the goal or work is called; null for the home thread. */
	readonly title: string | null;
	/** This person and the learner read each other's words here, and the person nothing else. */
	readonly isLimited: boolean;
}

export interface GetThreadOptions {
	/** Remembers that all of it was seen. The statement then writes: only inside a change. */
	readonly marksSeen?: boolean;
	/** The newest so many messages; 50 unless told. */
	readonly limit?: number;
	/** Learners whose names and news are wanted too, for a chooser. */
	readonly homesOf?: readonly PersonId[];
}

/**
 * The thread of a subject, for whoever may see it; null where it is missing or not theirs. One statement, and those of
 * the port for a goal, a work or a proposal.
 */
export const getThread =
	(ports: SubjectPorts) =>
	async (
		scope: Scope,
		subject: Subject,
		{ marksSeen = false, limit = 50, homesOf = [] }: GetThreadOptions = {}
	): Promise<ThreadView | null> => {
		if (scope.actor.kind !== 'person') return null;
		const open = await openSubject(scope, ports, subject);
		const me = scope.actor.personId;
		const seen: OpenSubject = open ?? nobody(me);
		const limited = limitedTo(scope.actor);
		const part = namedLearners(scope.actor, takePart);
		// Asked either way, so that missing and forbidden take the same statements (TS3).
		const row = await findThread(scope, {
			subject: open ? subject : { kind: 'home', id: toId<SubjectId>(me) },
			open: seen,
			me,
			limitedTo: limited,
			marksSeen: marksSeen && open !== null,
			limit,
			homesOf: homesOf.filter((id) => part.includes(id))
		});
		if (!open || !row) return null;
		return {
			...row,
			subject,
			learnerId: open.learnerId,
			title: open.title,
			isLimited: limited.includes(open.learnerId)
		};
	};

const nobody = (me: PersonId): OpenSubject => ({
	learnerId: me,
	title: null,
	openTo: [],
	alsoOpenTo: []
});

/** A thread in a list, with what its subject is called. */
export interface ThreadLineView extends ThreadLine {
	readonly title: string | null;
}

/** Threads this person has a part in, newest first; of one learner, or only those with something new. */
export const listThreads =
	(ports: SubjectPorts) =>
	async (
		scope: Scope,
		{
			learnerId,
			onlyNew = false,
			limit = 30
		}: { readonly learnerId?: PersonId; readonly onlyNew?: boolean; readonly limit?: number } = {}
	): Promise<readonly ThreadLineView[]> => {
		const actor = personOf(scope);
		const learnerIds = namedLearners(actor, takePart).filter(
			(id) => !learnerId || id === learnerId
		);
		const lines = await listThreadLines(scope, {
			learnerIds,
			me: actor.personId,
			limitedTo: limitedTo(actor),
			onlyNew,
			limit
		});
		const titles = await titlesOf(scope, ports, lines);
		return lines.flatMap((line) => {
			const title = titles.get(line.subjectId);
			return title === undefined ? [] : [{ ...line, title }];
		});
	};

/** What these threads are called, for those of them that the actor may see. */
async function titlesOf(
	scope: Scope,
	ports: SubjectPorts,
	lines: readonly ThreadLine[]
): Promise<ReadonlyMap<SubjectId, string | null>> {
	const found = new Map<SubjectId, string | null>();
	for (const line of lines.filter(({ kind }) => kind === 'home')) {
		if (await openSubject(scope, ports, { kind: 'home', id: line.subjectId })) {
			found.set(line.subjectId, null);
		}
	}
	for (const kind of ['goal', 'artefact', 'proposal'] as const) {
		const ids = lines.filter((line) => line.kind === kind).map(({ subjectId }) => subjectId);
		if (ids.length === 0) continue;
		for (const [id, { title }] of await ports[kind](scope, ids)) found.set(id, title);
	}
	return found;
}

/** Hands that are up among the learners this adult works with, the longest waiting first. One statement. */
export const listHelpWaiting = (scope: Scope, limit = 40): Promise<readonly HelpWaitingView[]> =>
	listOpenSignals(scope, namedLearners(scope.actor, answerHands), limit);

const lately = 18 * 3_600_000;

/** For the acting learner: their own hand, who answered it in the last 18 hours, and threads with something new. */
export const learnerNews = (scope: Scope): Part<LearnerNews> =>
	partOf(
		newsQuery(scope, personOf(scope).personId, new Date(scope.now.getTime() - lately)),
		([row]) => row ?? { help: [], threads: [] }
	);
