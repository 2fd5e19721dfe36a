import type {
	Learner,
	Must,
	Need,
	Offer,
	Owed,
	Pair,
	WeekPlan,
	WeekProblem,
	Wish
} from '../../src/engines/organiser/index.ts';
import {
	epochOf,
	frameWeek,
	shuffled,
	SLACK,
	streamOf,
	type HiddenSection,
	type WeekFrame,
	type WeekSettings
} from './week-frame.ts';

/** A problem together with a week that solves it. */
export interface GeneratedWeek {
	readonly problem: WeekProblem;
	/**
	 * A complete valid week: every must, need and owed minute is met and nobody is without a place.
	 * Where nothing is tight it also grants every wish.
	 */
	readonly witness: WeekPlan;
}

/** Makes the week first, then a problem that it solves: what people ask for is drawn from it. */
export function generateWeek(settings: WeekSettings): GeneratedWeek {
	const hidden = hideWeek(settings);
	const offers = nameOffers(hidden);
	const demand = drawDemand(settings, hidden);
	const { slots, rooms, adults } = hidden.frame;
	const problem: WeekProblem = {
		slots,
		rooms,
		adults,
		offers,
		learners: hidden.people.map((person) => ({ ...person.learner, standing: standing(person) })),
		...demand,
		...drawPairs(settings, hidden),
		habits: habitsOf(settings, offers),
		studySeats: studySeats(settings, hidden),
		...(settings.tightness === 'loose' ? {} : { limits: limitsOf(settings, hidden) })
	};
	return { problem, witness: revealWeek(hidden) };
}

/** A learner, the offers they would take in order, and the seats the hidden week gives them. */
interface Person {
	readonly learner: Learner;
	readonly taste: readonly number[];
	readonly seats: Map<number, HiddenSection>;
	/** Offers that were full, or at a time already taken, when their turn came. */
	readonly refused: number[];
}

interface HiddenWeek {
	readonly frame: WeekFrame;
	readonly people: readonly Person[];
}

function hideWeek(settings: WeekSettings): HiddenWeek {
	const frame = frameWeek(settings);
	const people = Array.from({ length: settings.learners }, (_, l) =>
		makePerson(settings, frame, l)
	);
	const byOffer = Map.groupBy(frame.sections, ({ offer }) => offer);
	const seats = frame.sections.reduce((sum, { offer }) => sum + maximumOf(frame, offer), 0);
	const each = (seats * SLACK[settings.tightness].fill) / settings.learners;
	const turns = shuffled([...people.keys()], streamOf(settings.seed, 'turns'));
	for (const [turn, l] of turns.entries()) {
		const person = people[l];
		const wanted = Math.floor((turn + 1) * each) - Math.floor(turn * each);
		if (person !== undefined) seatPerson(frame, byOffer, person, l, wanted);
	}
	return { frame, people };
}

const maximumOf = (frame: WeekFrame, offer: number) => frame.offers[offer]?.offer.maximum ?? 0;

function makePerson(settings: WeekSettings, frame: WeekFrame, index: number): Person {
	const random = streamOf(settings.seed, 'learner', index);
	const away =
		random.next() < 0.08 ? [frame.slots[random.below(frame.slots.length)]?.id ?? ''] : [];
	const outcomes = frame.offers.flatMap(({ offer }) => offer.prerequisites ?? []);
	const learner = {
		id: `learner${String(index).padStart(5, '0')}`,
		ageMonths: 60 + random.below(156),
		away,
		secure: outcomes.filter(() => random.next() < 0.7)
	};
	const epoch = epochOf(settings, settings.drift ?? 0.15, 'taste', index);
	const taste = drawTaste(settings, frame, learner, streamKey(index, epoch));
	return { learner, taste, seats: new Map(), refused: [] };
}

const streamKey = (index: number, epoch: number) => `${index}.${epoch}`;

/** Offers in the order of one learner's taste: drawn by weight without replacement (Gumbel keys). */
function drawTaste(
	settings: WeekSettings,
	frame: WeekFrame,
	learner: Learner,
	key: string
): readonly number[] {
	const random = streamOf(settings.seed, 'taste', key);
	const secure = new Set(learner.secure);
	const keys = frame.offers.map(({ offer, weight }, o) => {
		const luck = -Math.log(-Math.log((random.next() + 1e-9) / (1 + 2e-9)));
		const allowed = (offer.prerequisites ?? []).every((outcome) => secure.has(outcome));
		return { o, allowed, key: Math.log(weight) + luck };
	});
	return keys
		.filter(({ allowed }) => allowed)
		.sort((a, b) => b.key - a.key || a.o - b.o)
		.map(({ o }) => o);
}

function seatPerson(
	frame: WeekFrame,
	byOffer: ReadonlyMap<number, readonly HiddenSection[]>,
	person: Person,
	index: number,
	wanted: number
): void {
	const taken = new Set(
		(person.learner.away ?? []).map((id) => frame.slots.findIndex((slot) => slot.id === id))
	);
	for (const offer of person.taste) {
		if (person.seats.size >= wanted) return;
		const open = (byOffer.get(offer) ?? [])
			.filter(({ slot, learners }) => !taken.has(slot) && learners.length < maximumOf(frame, offer))
			.sort((a, b) => a.learners.length - b.learners.length || a.section - b.section)[0];
		if (open === undefined) {
			person.refused.push(offer);
			continue;
		}
		open.learners.push(index);
		taken.add(open.slot);
		person.seats.set(offer, open);
	}
}

/** Smallest groups as small as the hidden week needs them. */
function nameOffers({ frame }: HiddenWeek): readonly Offer[] {
	const held = Map.groupBy(
		frame.sections.filter(({ learners }) => learners.length > 0),
		({ offer }) => offer
	);
	return frame.offers.map(({ offer }, o) => {
		const sizes = (held.get(o) ?? []).map(({ learners }) => learners.length);
		return { ...offer, minimum: Math.min(5, ...sizes) };
	});
}

interface Demand {
	readonly musts: Must[];
	readonly needs: Need[];
	readonly owed: Owed[];
	readonly wishes: Wish[];
}

function drawDemand(settings: WeekSettings, hidden: HiddenWeek): Demand {
	const demand: Demand = { musts: [], needs: [], owed: [], wishes: [] };
	for (const [l, person] of hidden.people.entries())
		askOf(settings, hidden.frame, person, l, demand);
	return demand;
}

/** Most wishes of one learner. */
const WISHES = 8;

/** Seats of the hidden week become must, owed, need or wish; wishes also name what was full. */
function askOf(
	settings: WeekSettings,
	frame: WeekFrame,
	person: Person,
	index: number,
	demand: Demand
): void {
	const learner = person.learner.id;
	const wished = new Set<number>();
	const owed = new Map<string, number>();
	for (const o of person.seats.keys()) {
		const offer = frame.offers[o]?.offer;
		const kind = streamOf(settings.seed, 'kind', index, offer?.id ?? '').next();
		if (offer === undefined) continue;
		if (kind < 0.08) demand.musts.push({ learner, offer: offer.id });
		else if (kind < 0.23 && offer.domain !== undefined)
			owed.set(offer.domain, (owed.get(offer.domain) ?? 0) + 60);
		else if (kind < 0.35) demand.needs.push(needOf(settings, frame, learner, o));
		else wished.add(o);
	}
	for (const [domain, minutes] of owed) demand.owed.push({ learner, domain, minutes });
	const random = streamOf(settings.seed, 'asked', index, settings.week ?? 0);
	for (const o of person.refused)
		if (random.next() < SLACK[settings.tightness].asked) wished.add(o);
	person.taste
		.filter((o) => wished.has(o))
		.slice(0, WISHES)
		.forEach((o, at) =>
			demand.wishes.push({ learner, offer: frame.offers[o]?.offer.id ?? '', rank: at + 1 })
		);
}

/** Met by the hidden seat, or by another offer of its domain. */
function needOf(settings: WeekSettings, frame: WeekFrame, learner: string, o: number): Need {
	const own = frame.offers[o]?.offer;
	const random = streamOf(settings.seed, 'need', learner, own?.id ?? '');
	const others = frame.offers
		.map(({ offer }) => offer)
		.filter(({ id, domain }) => domain !== undefined && domain === own?.domain && id !== own.id);
	const other = others.length > 0 ? others[random.below(others.length)] : undefined;
	return {
		id: `need-${learner}-${own?.id ?? ''}`,
		learner,
		offers: [own?.id ?? '', ...(other === undefined ? [] : [other.id])],
		source: random.next() < 0.7 ? 'evidence' : 'call',
		severity: 1 + random.below(5),
		weeks: random.below(4)
	};
}

/** Standing in a few domains, the same every week. */
function standing({ learner }: Person): Readonly<Record<string, number>> {
	const random = streamOf(learner.ageMonths, 'standing', learner.id);
	return Object.fromEntries(
		['domain0', 'domain1', 'domain2', 'domain3'].map((domain) => [domain, random.below(101)])
	);
}

/** One pair apart and one together for each thirty learners, both as the hidden week has them. */
function drawPairs(settings: WeekSettings, { frame, people }: HiddenWeek) {
	const random = streamOf(settings.seed, 'pairs', settings.week ?? 0);
	const apart = new Map<string, Pair>();
	const together = new Map<string, Pair>();
	for (let i = 0; i < Math.ceil(people.length / 30); i++) {
		const [a, b] = [people[random.below(people.length)], people[random.below(people.length)]];
		if (a !== undefined && b !== undefined && a !== b && !meet(a, b)) addPair(apart, a, b);
		const session = frame.sections[random.below(frame.sections.length)];
		const [c, d] = (session?.learners ?? []).map((l) => people[l]);
		if (c !== undefined && d !== undefined) addPair(together, c, d);
	}
	return { apart: [...apart.values()], together: [...together.values()] };
}

const meet = (a: Person, b: Person) => {
	const mine = new Set(a.seats.values());
	return [...b.seats.values()].some((section) => mine.has(section));
};

function addPair(pairs: Map<string, Pair>, { learner: a }: Person, { learner: b }: Person): void {
	const pair: Pair = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
	pairs.set(pair.join(), pair);
}

/** Where learners sat last week, in what is still offered. */
function habitsOf(settings: WeekSettings, offers: readonly Offer[]) {
	const week = settings.week ?? 0;
	if (week === 0) return [];
	const here = new Set(offers.map(({ id }) => id));
	return revealWeek(hideWeek({ ...settings, week: week - 1 }))
		.sessions.filter(({ offer }) => here.has(offer))
		.flatMap(({ offer, slot, learners }) => learners.map((learner) => ({ learner, slot, offer })));
}

function studySeats(settings: WeekSettings, { frame, people }: HiddenWeek) {
	const { study } = SLACK[settings.tightness];
	if (study === Infinity) return people.length;
	const idle = frame.slots.map((slot, s) => {
		const present = people.filter(({ learner }) => !learner.away?.includes(slot.id)).length;
		const seated = frame.sections
			.filter((section) => section.slot === s)
			.reduce((sum, { learners }) => sum + learners.length, 0);
		return [slot.id, Math.ceil((present - seated) * study)] as const;
	});
	return Object.fromEntries(idle);
}

function limitsOf(settings: WeekSettings, { frame }: HiddenWeek) {
	const minutes = 60 * frame.sections.length;
	return { adultMinutes: Math.ceil(minutes * SLACK[settings.tightness].rooms) };
}

function revealWeek({ frame, people }: HiddenWeek): WeekPlan {
	const held = frame.sections.filter(({ learners }) => learners.length > 0);
	return {
		sessions: held.map(({ offer, section, slot, room, adult, learners }) => ({
			offer: frame.offers[offer]?.offer.id ?? '',
			section,
			slot: frame.slots[slot]?.id ?? '',
			room: frame.rooms[room]?.id ?? '',
			adult: frame.adults[adult]?.id ?? '',
			learners: learners.map((l) => people[l]?.learner.id ?? '').sort()
		}))
	};
}
