import { attendableSlots, groupBy, placeable } from './alone.ts';
import {
	hasFeatures,
	mayLead,
	needsAdult,
	type Must,
	type Offer,
	type WeekProblem
} from './problem.ts';

/** What keeps some musts from all being kept: without it, they could be. */
export type Bottleneck = 'adults' | 'rooms' | 'apart' | 'groups' | 'limits' | 'several';

export interface Conflict {
	/** The must that was left out, then those that it does not fit together with; any one less would do. */
	readonly musts: readonly Must[];
	readonly lacks: Bottleneck;
}

const removable: readonly Bottleneck[] = ['adults', 'rooms', 'apart', 'groups', 'limits'];
/** A search that needs more steps than this is given up: no cause is named that was not proven. */
const mostSteps = 4_000;
/** More musts than these around one are not looked at. */
const mostRelated = 40;

interface Section {
	readonly offer: Offer;
	readonly slot: number;
	readonly members: readonly string[];
}

/** A search for a week that keeps some musts and nothing else. */
interface Search {
	readonly problem: WeekProblem;
	readonly offers: ReadonlyMap<string, Offer>;
	readonly slotsOf: (must: Must) => readonly number[];
	/** This limit does not count. */
	readonly ignored: Bottleneck | null;
	steps: number;
}

/**
 * The smallest set of musts, `missed` among them, that no week can keep, with what they lack. `kept` are musts that one week
 * keeps together. Null where no such set was proven: then the search for the week may just not have found it.
 */
export function smallestConflict(
	problem: WeekProblem,
	missed: Must,
	kept: readonly Must[]
): Conflict | null {
	// Who pins a section decides against the offer's own limits: nothing is proven then.
	if (problem.pins?.length) return null;
	const related = relatedTo(problem, missed, kept);
	const grown: Must[] = [];
	const isImpossible = (musts: readonly Must[]) =>
		canKeep(problem, [missed, ...musts], null) === false;
	while (grown.length < related.length && !isImpossible(grown))
		grown.push(related[grown.length] ?? missed);
	if (!isImpossible(grown)) return null;
	let core: readonly Must[] = grown;
	for (const must of grown) {
		const without = core.filter((one) => one !== must);
		if (isImpossible(without)) core = without;
	}
	const musts = [missed, ...core];
	const lacks = removable.find((each) => canKeep(problem, musts, each) === true) ?? 'several';
	return { musts, lacks };
}

/** Musts that could stand in the way of one: of the same offer, the same learner, or at the same adults or rooms. */
function relatedTo(problem: WeekProblem, missed: Must, kept: readonly Must[]): readonly Must[] {
	const offers = new Map(problem.offers.map((offer) => [offer.id, offer]));
	const one = offers.get(missed.offer);
	const distance = (must: Must): number => {
		const other = offers.get(must.offer);
		if (!one || !other) return 9;
		if (must.offer === missed.offer) return 0;
		if (must.learner === missed.learner) return 1;
		return problem.adults.some((adult) => mayLead(adult, one) && mayLead(adult, other)) ? 2 : 3;
	};
	return kept
		.map((must) => ({ must, at: distance(must) }))
		.sort((a, b) => a.at - b.at)
		.slice(0, mostRelated)
		.map(({ must }) => must);
}

/** Whether one week can keep them all; undefined where the search was given up. */
function canKeep(
	problem: WeekProblem,
	musts: readonly Must[],
	ignored: Bottleneck | null
): boolean | undefined {
	const offers = new Map(problem.offers.map((offer) => [offer.id, offer]));
	const away = new Map(problem.learners.map(({ id, away }) => [id, new Set(away)]));
	const slots = new Map(
		[...new Set(musts.map(({ offer }) => offer))].flatMap((id) => {
			const offer = offers.get(id);
			return offer ? [[id, attendableSlots(problem, offer)] as const] : [];
		})
	);
	const slotsOf = ({ learner, offer }: Must) =>
		(slots.get(offer) ?? []).filter(
			(slot) => !away.get(learner)?.has(problem.slots[slot]?.id ?? '')
		);
	const search: Search = { problem, offers, slotsOf, ignored, steps: 0 };
	const order = musts.toSorted((a, b) => slotsOf(a).length - slotsOf(b).length);
	return seatFrom(search, order, 0, []);
}

/** Seats the musts from one on, each in an open section or a new one. */
function seatFrom(
	search: Search,
	musts: readonly Must[],
	at: number,
	open: readonly Section[]
): boolean | undefined {
	const must = musts[at];
	if (!must) return true;
	let isSure = true;
	for (const next of waysToSeat(search, must, open)) {
		if (++search.steps > mostSteps) return undefined;
		const found = holds(search, next) && seatFrom(search, musts, at + 1, next);
		if (found === true) return true;
		if (found === undefined) isSure = false;
	}
	return isSure ? false : undefined;
}

function* waysToSeat(
	{ problem, offers, slotsOf, ignored }: Search,
	{ learner, offer: id }: Must,
	open: readonly Section[]
): Generator<readonly Section[]> {
	const offer = offers.get(id);
	if (!offer) return;
	const busy = new Set(open.flatMap((one) => (one.members.includes(learner) ? [one.slot] : [])));
	const apart = ignored === 'apart' ? [] : othersOf(problem, learner);
	const free = slotsOf({ learner, offer: id }).filter((slot) => !busy.has(slot));
	for (const one of open) {
		if (one.offer !== offer || !free.includes(one.slot)) continue;
		if (one.members.length >= offer.maximum || one.members.some((who) => apart.includes(who)))
			continue;
		yield open.map((each) =>
			each === one ? { ...one, members: [...one.members, learner] } : each
		);
	}
	const opened = open.filter((one) => one.offer === offer).length;
	if (offer.maximum === 0 || (ignored !== 'groups' && opened >= offer.sections)) return;
	for (const slot of free) yield [...open, { offer, slot, members: [learner] }];
}

const othersOf = ({ apart = [] }: WeekProblem, learner: string): readonly string[] =>
	apart.flatMap(([a, b]) => (a === learner ? [b] : b === learner ? [a] : []));

/** Whether these sections can have their adults and rooms, inside the limits. */
function holds({ problem, ignored }: Search, open: readonly Section[]): boolean {
	if (ignored !== 'limits' && !isAffordable(problem, open)) return false;
	if (ignored !== 'adults' && !hasHands(problem, open)) return false;
	for (const sections of groupBy(open, ({ slot }) => String(slot)).values()) {
		if (ignored !== 'adults' && !areLed(problem, sections)) return false;
		if (ignored !== 'rooms' && !areHoused(problem, sections)) return false;
	}
	return true;
}

const slotId = ({ slots }: WeekProblem, { slot }: Section): string => slots[slot]?.id ?? '';

/** Adults for the sections of one slot. */
function areLed(problem: WeekProblem, sections: readonly Section[]): boolean {
	const led = sections.filter(({ offer }) => needsAdult(offer));
	const choices = led.map((section) =>
		[...problem.adults.keys()].filter((index) => {
			const adult = problem.adults[index];
			return (
				adult && mayLead(adult, section.offer) && !adult.away?.includes(slotId(problem, section))
			);
		})
	);
	return !placeable(choices).includes(false);
}

/** Rooms for the sections of one slot. */
function areHoused(problem: WeekProblem, sections: readonly Section[]): boolean {
	const housed = sections.filter(({ offer }) => offer.needsRoom !== false);
	const choices = housed.map((section) =>
		[...problem.rooms.keys()].filter((index) => {
			const room = problem.rooms[index];
			const seats = Math.max(section.members.length, section.offer.minimum);
			return (
				room &&
				room.seats >= seats &&
				hasFeatures(room, section.offer) &&
				!room.closed?.includes(slotId(problem, section))
			);
		})
	);
	return !placeable(choices).includes(false);
}

/** Adults for all sections of the week, each as often as they may lead. */
function hasHands(problem: WeekProblem, open: readonly Section[]): boolean {
	if (problem.adults.every(({ maximumSessions }) => maximumSessions === undefined)) return true;
	const led = open.filter(({ offer }) => needsAdult(offer));
	const hands = problem.adults.flatMap((adult) =>
		Array.from({ length: Math.min(led.length, adult.maximumSessions ?? Infinity) }, () => adult)
	);
	const choices = led.map(({ offer }) =>
		[...hands.keys()].filter((index) => {
			const adult = hands[index];
			return adult !== undefined && mayLead(adult, offer);
		})
	);
	return !placeable(choices).includes(false);
}

function isAffordable({ limits, slots }: WeekProblem, open: readonly Section[]): boolean {
	const money = open.reduce((sum, { offer }) => sum + (offer.cost ?? 0), 0);
	const minutes = open.reduce(
		(sum, { offer, slot }) => sum + (needsAdult(offer) ? (slots[slot]?.minutes ?? 0) : 0),
		0
	);
	return money <= (limits?.money ?? Infinity) && minutes <= (limits?.adultMinutes ?? Infinity);
}
