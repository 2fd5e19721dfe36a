import { createRandom } from '../../../src/engines/kernel/index.ts';
import type { WeekPlan, WeekProblem, Wish } from '../../../src/engines/organiser/index.ts';
import { shuffled } from '../week-frame.ts';
import {
	firstFit,
	openSeats,
	seatWhatIsOwed,
	type OpenSeats,
	type OpenSection
} from './open-seats.ts';

const wishesOf = (problem: WeekProblem) =>
	Map.groupBy(
		[...(problem.wishes ?? [])].sort((a, b) => a.rank - b.rank),
		({ learner }) => learner
	);

/** Sign-up lists: learners come in the order given and put their name where there is still room. */
export function firstComeFirstServed(problem: WeekProblem, sections: WeekPlan): WeekPlan {
	const seats = openSeats(problem, sections);
	seatWhatIsOwed(problem, seats);
	const wishes = wishesOf(problem);
	for (const { id } of problem.learners)
		for (const { offer } of wishes.get(id) ?? []) firstFit(seats, id, offer);
	return seats.plan();
}

/**
 * Random serial dictatorship: in an order drawn by lot each takes the best bundle still to be had,
 * higher ranks before lower ones, sections chosen so that as many as possible fit side by side.
 */
export function randomSerialDictatorship(
	problem: WeekProblem,
	sections: WeekPlan,
	seed: number
): WeekPlan {
	const seats = openSeats(problem, sections);
	seatWhatIsOwed(problem, seats);
	const wishes = wishesOf(problem);
	for (const { id } of shuffled(problem.learners, createRandom(seed)))
		for (const section of bestBundle(seats, id, wishes.get(id) ?? [])) seats.seat(id, section);
	return seats.plan();
}

/** Kuhn's augmenting paths from wishes, in order of rank, to slots. */
function bestBundle(
	seats: OpenSeats,
	learner: string,
	wishes: readonly Wish[]
): readonly OpenSection[] {
	const open = wishes
		.filter(({ offer }) => !seats.holds(learner, offer))
		.map(({ offer }) =>
			seats.sectionsFor(learner, offer).filter(({ planned }) => seats.isFree(learner, planned.slot))
		);
	const holder = new Map<string, { wish: number; section: OpenSection }>();
	const augment = (wish: number, seen: Set<string>): boolean =>
		(open[wish] ?? []).some((section) => {
			const { slot } = section.planned;
			if (seen.has(slot)) return false;
			seen.add(slot);
			const other = holder.get(slot);
			if (other !== undefined && !augment(other.wish, seen)) return false;
			holder.set(slot, { wish, section });
			return true;
		});
	for (const wish of open.keys()) augment(wish, new Set());
	return [...holder.values()].map(({ section }) => section);
}
