import { m } from '#lib/paraglide/messages.js';
import type { LearnerNews } from '#lib/server/modules/conversations/index.ts';
import type { GoalReplyView } from '#lib/server/modules/plans/index.ts';
import type { FeedbackToUse } from '#lib/server/modules/portfolio/index.ts';

/** Something that came back to the learner, as a line of Today. */
export interface Reply {
	readonly id: string;
	readonly who: string;
	/** What it is about, and how: "on my worm book". */
	readonly about: string;
	/** Their words, where they wrote some. */
	readonly words: string | null;
	readonly lang: string | undefined;
	readonly href: string;
	readonly act: string;
	/** The learner's answer is waited for. */
	readonly waits: boolean;
}

const threadHref = ({ kind, subjectId }: LearnerNews['threads'][number]): string => {
	if (kind === 'goal') return `/plan/goal/${subjectId}#talk`;
	if (kind === 'artefact') return `/me/messages/work/${subjectId}#talk`;
	return '/me/messages#talk';
};

const threadReply = (thread: LearnerNews['threads'][number]): Reply => ({
	id: `thread ${thread.subjectId}`,
	who: thread.from,
	about: thread.unseen > 1 ? m.today_wrote_several({ count: thread.unseen }) : m.today_wrote(),
	words: thread.words,
	lang: thread.locale ?? undefined,
	href: threadHref(thread),
	act: m.today_answer({ name: thread.from }),
	waits: true
});

const goalWords = {
	proposal: m.today_proposes,
	question: m.today_asks,
	agreed: m.today_agreed,
	declined: m.today_declined
} as const;

const goalReply = (reply: GoalReplyView): Reply => {
	const waits = reply.what === 'proposal' || reply.what === 'question';
	return {
		id: `goal ${reply.proposalId}`,
		who: reply.name,
		about: goalWords[reply.what]({ goal: reply.goalWords }),
		words: reply.words,
		lang: undefined,
		href: `/plan/goal/${reply.goalId}`,
		act: waits ? m.today_answer({ name: reply.name }) : m.today_see_goal(),
		waits
	};
};

const feedbackReply = (one: FeedbackToUse): Reply => ({
	id: `feedback ${one.feedbackId}`,
	who: one.authorName,
	about: m.today_on_work({ title: one.title }),
	words: one.nextStep ?? one.question ?? one.worksWell,
	lang: undefined,
	href: `/work/${one.artefactId}#feedback`,
	act: m.today_use_feedback(),
	waits: true
});

export interface CameBack {
	readonly threads: LearnerNews['threads'];
	readonly goals: readonly GoalReplyView[];
	readonly feedback: readonly FeedbackToUse[];
}

/** What came back, what waits for an answer first; four at most. */
export function repliesOf({ threads, goals, feedback }: CameBack): readonly Reply[] {
	const all = [
		...goals.map(goalReply),
		...feedback.map(feedbackReply),
		...threads.map(threadReply)
	];
	return all.toSorted((a, b) => Number(b.waits) - Number(a.waits)).slice(0, 4);
}
