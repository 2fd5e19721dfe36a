import { pointsOfRank } from './criteria.ts';
import {
	hasFeatures,
	mayLead,
	meetsPrerequisites,
	needsAdult,
	type Offer,
	type WeekProblem
} from './problem.ts';

/** Slot indices in which a section that is not pinned could be held if nothing else were. */
export function possibleSlots(problem: WeekProblem, offer: Offer): readonly number[] {
	const adults = problem.adults.filter((adult) => mayLead(adult, offer));
	const rooms = problem.rooms.filter((room) => hasFeatures(room, offer) && room.seats > 0);
	return [...problem.slots.keys()].filter((index) => {
		const id = problem.slots[index]?.id ?? '';
		if (offer.slots !== undefined && !offer.slots.includes(id)) return false;
		const led = !needsAdult(offer) || adults.some((adult) => !adult.away?.includes(id));
		const housed = offer.needsRoom === false || rooms.some((room) => !room.closed?.includes(id));
		return led && housed;
	});
}

/** Slot indices in which any section could be held, pinned ones included. */
export function attendableSlots(problem: WeekProblem, offer: Offer): readonly number[] {
	const pins = (problem.pins ?? []).filter((pin) => pin.offer === offer.id);
	const free = offer.sections > pins.length ? possibleSlots(problem, offer) : [];
	const pinned = pins.map((pin) => problem.slots.findIndex(({ id }) => id === pin.slot));
	return [...new Set([...pinned, ...free])].sort((a, b) => a - b);
}

/** Kuhn's augmenting path: gives `item` a slot, moving earlier items if it must. */
function augment(
	item: number,
	slotsOf: (item: number) => readonly number[],
	holder: Map<number, number>,
	seen: Set<number>
): boolean {
	for (const slot of slotsOf(item)) {
		if (seen.has(slot)) continue;
		seen.add(slot);
		const other = holder.get(slot);
		if (other === undefined || augment(other, slotsOf, holder, seen)) {
			holder.set(slot, item);
			return true;
		}
	}
	return false;
}

/** Which of `items`, taken in order, can all have a slot of their own. Greedy is exact here. */
export function placeable(items: readonly (readonly number[])[]): readonly boolean[] {
	const holder = new Map<number, number>();
	return items.map((_, item) => augment(item, (i) => items[i] ?? [], holder, new Set()));
}

/**
 * Points each learner could get if they were the only learner: musts first, then wishes by rank,
 * each in a slot of its own in which the offer could be held and the learner is there.
 * Exact: sets of offers with slots of their own form a transversal matroid.
 */
export function alonePoints(problem: WeekProblem): ReadonlyMap<string, number> {
	const slotsOf = new Map(problem.offers.map((o) => [o.id, attendableSlots(problem, o)]));
	const offers = new Map(problem.offers.map((offer) => [offer.id, offer]));
	const musts = groupBy(problem.musts ?? [], (must) => must.learner);
	const wishes = groupBy(problem.wishes ?? [], (wish) => wish.learner);
	const points = new Map<string, number>();
	for (const learner of problem.learners) {
		const away = new Set(learner.away);
		const here = (offer: string) =>
			(slotsOf.get(offer) ?? []).filter((s) => !away.has(problem.slots[s]?.id ?? ''));
		const mayTake = (id: string) => {
			const offer = offers.get(id);
			return offer !== undefined && meetsPrerequisites(learner, offer);
		};
		const must = (musts.get(learner.id) ?? []).filter((m) => mayTake(m.offer));
		const mustOffers = new Set(must.map((m) => m.offer));
		const wished = (wishes.get(learner.id) ?? [])
			.filter((wish) => mayTake(wish.offer) && !mustOffers.has(wish.offer))
			.sort((a, b) => a.rank - b.rank);
		const given = placeable([...must, ...wished].map((item) => here(item.offer)));
		const extra = wished.filter((_, i) => given[must.length + i]);
		const wishedMusts = (wishes.get(learner.id) ?? []).filter((wish) => mustOffers.has(wish.offer));
		points.set(
			learner.id,
			[...extra, ...wishedMusts].reduce((sum, wish) => sum + pointsOfRank(wish.rank), 0)
		);
	}
	return points;
}

/** Items by key, in their order. */
export function groupBy<T>(
	items: readonly T[],
	key: (item: T) => string
): ReadonlyMap<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const group = groups.get(key(item));
		if (group === undefined) groups.set(key(item), [item]);
		else group.push(item);
	}
	return groups;
}
