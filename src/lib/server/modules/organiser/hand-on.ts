import {
	validate,
	type PlannedSession,
	type WeekPlan,
	type WeekProblem
} from '#engines/organiser/index.ts';

/** A seat that somebody who is away left, and who wished for it. */
export interface HandedOn {
	readonly learner: string;
	readonly offer: string;
	readonly slot: string;
}

interface HandedOnPlan {
	readonly plan: WeekPlan;
	readonly handedOn: readonly HandedOn[];
}

/** Slots that have begun, and those that begin within a day. */
interface Fixed {
	readonly begun: ReadonlySet<string>;
	readonly frozen: ReadonlySet<string>;
}

/**
 * Gives seats of learners who are away to learners who wished for them and have study then: the better choice first, then who
 * got less in earlier weeks. Nobody gives anything up for it, and what has begun or begins within a day stays as it is.
 */
export function handOn(problem: WeekProblem, before: WeekPlan, time: Fixed): HandedOnPlan {
	const away = new Map(problem.learners.map(({ id, away: slots }) => [id, new Set(slots)]));
	const isAway = (learner: string, slot: string) => away.get(learner)?.has(slot) === true;
	let plan: WeekPlan = {
		sessions: before.sessions.map((session) => ({
			...session,
			learners: session.learners.filter((learner) => !isAway(learner, session.slot))
		}))
	};
	const handedOn: HandedOn[] = [];
	const isOpen = ({ slot }: PlannedSession) => !time.begun.has(slot) && !time.frozen.has(slot);
	for (const [index, session] of before.sessions.entries()) {
		const { offer, slot, learners } = session;
		const isFull = () => plan.sessions[index]?.learners.length === learners.length;
		if (isFull() || !isOpen(session)) continue;
		for (const learner of whoWished(problem, plan, offer, slot)) {
			if (isFull()) break;
			const next = seated(plan, index, learner);
			if (isAway(learner, slot) || breaksMore(problem, plan, next)) continue;
			plan = next;
			handedOn.push({ learner, offer, slot });
		}
	}
	return { plan, handedOn };
}

/** Who wished for an offer, has no seat in it and none at that time: the better choice first, then who got less lately. */
function whoWished(
	problem: WeekProblem,
	{ sessions }: WeekPlan,
	offer: string,
	slot: string
): readonly string[] {
	const taken = new Set(
		sessions
			.filter((session) => session.offer === offer || session.slot === slot)
			.flatMap(({ learners }) => learners)
	);
	const credit = new Map(problem.learners.map(({ id, credit: due }) => [id, due ?? 0]));
	return (problem.wishes ?? [])
		.filter((wish) => wish.offer === offer && !taken.has(wish.learner))
		.toSorted(
			(a, b) =>
				a.rank - b.rank ||
				(credit.get(b.learner) ?? 0) - (credit.get(a.learner) ?? 0) ||
				(a.learner < b.learner ? -1 : 1)
		)
		.map(({ learner }) => learner);
}

const seated = ({ sessions }: WeekPlan, at: number, learner: string): WeekPlan => ({
	sessions: sessions.map((session, index) =>
		index === at ? { ...session, learners: [...session.learners, learner].sort() } : session
	)
});

/** Whether one more learner breaks a rule; what is broken already is not this seat's doing. */
function breaksMore(problem: WeekProblem, before: WeekPlan, after: WeekPlan): boolean {
	const known = new Set(validate(problem, before).map((one) => JSON.stringify(one)));
	return validate(problem, after).some(
		// A group that is too small is less so with one more.
		(one) => one.code !== 'organiser.group-too-small' && !known.has(JSON.stringify(one))
	);
}
