import type { PlannedSession, WeekPlan, WeekProblem } from './problem.ts';
import { compareLevels, score } from './score.ts';
import { validate } from './validate.ts';

/** Every place a section could take, `undefined` for closed. Rooms and adults may be `null`. */
function* placesOf(problem: WeekProblem, offer: string, section: number) {
	yield undefined;
	for (const slot of problem.slots)
		for (const room of [null, ...problem.rooms])
			for (const adult of [null, ...problem.adults])
				yield { offer, section, slot: slot.id, room: room?.id ?? null, adult: adult?.id ?? null };
}

function* subsets<T>(items: readonly T[]): Generator<T[]> {
	for (let mask = 0; mask < 1 << items.length; mask++)
		yield items.filter((_, i) => (mask >> i) & 1);
}

function* plans(
	problem: WeekProblem,
	sections: readonly { offer: string; section: number }[]
): Generator<PlannedSession[]> {
	const [first, ...others] = sections;
	if (first === undefined) {
		yield [];
		return;
	}
	const learners = problem.learners.map(({ id }) => id);
	for (const place of placesOf(problem, first.offer, first.section))
		for (const members of place === undefined ? [[]] : subsets(learners)) {
			const session = place === undefined ? [] : [{ ...place, learners: members }];
			// A session that breaks a rule alone breaks it in every plan that holds it.
			if (validate({ ...problem, pins: [] }, { sessions: session }).length > 0) continue;
			for (const rest of plans(problem, others)) yield [...session, ...rest];
		}
}

/** The levels of the best valid plan, by trying every plan: for tiny problems only. */
export function bruteForce(problem: WeekProblem): readonly number[] {
	const sections = problem.offers.flatMap((offer) =>
		Array.from({ length: offer.sections }, (_, section) => ({ offer: offer.id, section }))
	);
	let best: readonly number[] | undefined;
	for (const sessions of plans(problem, sections)) {
		const plan: WeekPlan = { sessions };
		if (validate(problem, plan).length > 0) continue;
		const { levels } = score(problem, plan);
		if (best === undefined || compareLevels(levels, best) < 0) best = levels;
	}
	return best ?? [];
}
