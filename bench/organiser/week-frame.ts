import type { Adult, Offer, Room, Slot } from '../../src/engines/organiser/index.ts';
import { createRandom, type Random } from '../../src/engines/kernel/index.ts';
import { weightAt, type Popularity } from './popularity.ts';

/** What a generated week is made from; the same settings give the same week. */
export interface WeekSettings {
	/** 10 .. 10,000 learners. */
	readonly learners: number;
	readonly tightness: Tightness;
	readonly seed: number;
	readonly popularity: Popularity;
	/** 0 = first week; later weeks drift away from it. Default 0. */
	readonly week?: number;
	/** Share of learners, and half of it of offers, that change from week to week. Default 0.15. */
	readonly drift?: number;
}

export type Tightness = 'loose' | 'medium' | 'tight';

/** How much is left over beside the hidden week. */
export const SLACK: Readonly<
	Record<Tightness, { fill: number; adults: number; rooms: number; study: number; asked: number }>
> = {
	/** `fill`: share of seats used; `asked`: share of wishes for full offers that are uttered. */
	loose: { fill: 0.65, adults: 1.4, rooms: 1.3, study: Infinity, asked: 0 },
	medium: { fill: 0.8, adults: 1.15, rooms: 1.1, study: 1.1, asked: 0.5 },
	tight: { fill: 0.95, adults: 1, rooms: 1, study: 1, asked: 1 }
};

/** A generator of its own for each thing, so that one change leaves everything else as it was. */
export function streamOf(seed: number, ...key: readonly (string | number)[]): Random {
	let hash = 0x811c9dc5 ^ seed;
	for (const letter of key.join('/')) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
	return createRandom(hash >>> 0);
}

/** How often something has changed by this week. */
export function epochOf(
	settings: WeekSettings,
	rate: number,
	...key: readonly (string | number)[]
) {
	let epoch = 0;
	for (let week = 1; week <= (settings.week ?? 0); week++)
		if (streamOf(settings.seed, 'epoch', ...key, week).next() < rate) epoch++;
	return epoch;
}

/** A section of the hidden week, in its slot, room and with its adult. */
export interface HiddenSection {
	/** Index of the offer, and number of the section within it. */
	readonly offer: number;
	readonly section: number;
	readonly slot: number;
	readonly adult: number;
	room: number;
	readonly learners: number[];
}

/** An offer before its minimum is known, and how wanted it is. */
export interface FramedOffer {
	readonly offer: Omit<Offer, 'minimum'>;
	readonly weight: number;
}

export interface WeekFrame {
	readonly slots: readonly Slot[];
	readonly offers: readonly FramedOffer[];
	readonly sections: readonly HiddenSection[];
	readonly rooms: readonly Room[];
	readonly adults: readonly Adult[];
}

const DAYS = 5;
const PER_DAY = 4;
const SLOTS = DAYS * PER_DAY;

/** Grid, offers, and a place for every section: the half of the hidden week without learners. */
export function frameWeek(settings: WeekSettings): WeekFrame {
	const offers = makeOffers(settings);
	const { sections, adults } = placeSections(settings, offers);
	const rooms = giveRooms(settings, offers, sections);
	const slots = Array.from({ length: SLOTS }, (_, s) => ({
		id: `d${Math.floor(s / PER_DAY)}p${s % PER_DAY}`,
		day: Math.floor(s / PER_DAY),
		minutes: 60
	}));
	return { slots, offers, sections, rooms, adults: adults.map((a) => describe(settings, a)) };
}

function makeOffers(settings: WeekSettings): readonly FramedOffer[] {
	const total = Math.max(6, Math.round(settings.learners / 5));
	const count = Math.max(3, Math.round(total / 2.5));
	const weights = Array.from({ length: count }, (_, o) => weightAt(settings.popularity, o, count));
	const sections = shareOut(weights, total);
	return weights.map((weight, o) => makeOffer(settings, o, count, weight, sections[o] ?? 1));
}

/** Sections by weight, one at least, one a slot at most: each further one to whoever is furthest short. */
function shareOut(weights: readonly number[], total: number): readonly number[] {
	const given = weights.map(() => 1);
	for (let left = total - weights.length; left > 0; left--) {
		let best = 0;
		const claim = (o: number) =>
			(given[o] ?? 0) < SLOTS ? (weights[o] ?? 0) / ((given[o] ?? 0) + 1) : 0;
		for (let o = 1; o < weights.length; o++) if (claim(o) > claim(best)) best = o;
		given[best] = (given[best] ?? 0) + 1;
	}
	return given;
}

const GROUPINGS = ['any', 'any', 'similar', 'mixed'] as const;

function makeOffer(
	settings: WeekSettings,
	index: number,
	count: number,
	weight: number,
	sections: number
): FramedOffer {
	const epoch = epochOf(settings, (settings.drift ?? 0.15) / 2, 'offer', index);
	const random = streamOf(settings.seed, 'offer', index);
	const domains = Math.max(4, Math.ceil(count / 8));
	const offer = {
		id: epoch === 0 ? `offer${index}` : `offer${index}-${epoch}`,
		kind: 'workshop',
		sections,
		maximum: 12 + 4 * random.below(5),
		qualifications: [`subject${index % Math.max(3, Math.ceil(count / 4))}`],
		features: random.next() < 0.15 ? ['bench'] : [],
		grouping: GROUPINGS[random.below(GROUPINGS.length)] ?? 'any',
		ageSpreadMonths: 48,
		...(random.next() < 0.8 ? { domain: `domain${index % domains}` } : {}),
		prerequisites: random.next() < 0.1 ? [`outcome${index}`] : []
	} as const;
	// What replaces an offer is as wanted as any.
	const fashion = streamOf(settings.seed, 'fashion', index, epoch).below(count);
	return { offer, weight: epoch === 0 ? weight : weightAt(settings.popularity, fashion, count) };
}

interface HiddenAdult {
	readonly index: number;
	readonly subjects: Set<string>;
	readonly busy: Set<number>;
}

/** Sections in random order, each into the emptiest slot, with an adult who is free there. */
function placeSections(settings: WeekSettings, offers: readonly FramedOffer[]) {
	const random = streamOf(settings.seed, 'places');
	const items = offers.flatMap(({ offer }, o) =>
		Array.from({ length: offer.sections }, (_, section) => ({ offer: o, section }))
	);
	const count = Math.ceil(Math.ceil(items.length / SLOTS) * SLACK[settings.tightness].adults) + 1;
	const adults = Array.from({ length: count }, (_, index): HiddenAdult => {
		return { index, subjects: new Set(), busy: new Set() };
	});
	const load = new Array<number>(SLOTS).fill(0);
	const sections = shuffled(items, random).map((item): HiddenSection => {
		const slot = load.indexOf(Math.min(...load));
		load[slot] = (load[slot] ?? 0) + 1;
		const adult = takeAdult(adults, offers[item.offer]?.offer.qualifications?.[0] ?? '', slot);
		return { ...item, slot, adult: adult.index, room: 0, learners: [] };
	});
	return { sections, adults };
}

/** A free adult who teaches the subject already; else the one with least to do learns it. */
function takeAdult(adults: readonly HiddenAdult[], subject: string, slot: number): HiddenAdult {
	const free = adults.filter(({ busy }) => !busy.has(slot));
	const knows = ({ subjects }: HiddenAdult) => (subjects.has(subject) ? 0 : 1);
	const [first] = free.sort((a, b) => knows(a) - knows(b) || a.busy.size - b.busy.size);
	if (first === undefined) throw new Error('there are more adults than sections in a slot');
	first.subjects.add(subject);
	first.busy.add(slot);
	return first;
}

function describe(settings: WeekSettings, { index, subjects, busy }: HiddenAdult): Adult {
	const random = streamOf(settings.seed, 'adult', index, settings.week ?? 0);
	const free = Array.from({ length: SLOTS }, (_, s) => s).filter((s) => !busy.has(s));
	const away = free.filter(() => random.next() < 0.1);
	return {
		id: `adult${index}`,
		qualifications: [...subjects].sort(),
		away: away.map((s) => `d${Math.floor(s / PER_DAY)}p${s % PER_DAY}`),
		...(settings.tightness === 'tight' ? { maximumSessions: busy.size } : {})
	};
}

/** In each slot the most demanding section gets the best room; rooms are just good enough for that. */
function giveRooms(
	settings: WeekSettings,
	offers: readonly FramedOffer[],
	sections: readonly HiddenSection[]
): readonly Room[] {
	const rooms: { seats: number; bench: boolean }[] = [];
	const wants = (section: HiddenSection) => {
		const offer = offers[section.offer]?.offer;
		return { bench: (offer?.features?.length ?? 0) > 0, seats: offer?.maximum ?? 0 };
	};
	for (const here of Map.groupBy(sections, ({ slot }) => slot).values()) {
		const order = here.map((section) => ({ section, ...wants(section) }));
		order.sort((a, b) => Number(b.bench) - Number(a.bench) || b.seats - a.seats);
		for (const [room, { section, bench, seats }] of order.entries()) {
			const old = rooms[room] ?? { seats: 0, bench: false };
			rooms[room] = { seats: Math.max(old.seats, seats), bench: old.bench || bench };
			section.room = room;
		}
	}
	const spare = Math.ceil(rooms.length * (SLACK[settings.tightness].rooms - 1));
	for (let i = 0; i < spare; i++) rooms.push({ seats: 28, bench: true });
	return rooms.map(({ seats, bench }, i) => ({
		id: `room${i}`,
		seats,
		features: bench ? ['bench'] : [],
		area: `area${i % 3}`
	}));
}

/** Fisher and Yates. */
export function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
	const result = [...items];
	for (let i = result.length - 1; i > 0; i--) {
		const j = random.below(i + 1);
		const [a, b] = [result[i], result[j]];
		if (a === undefined || b === undefined) continue;
		[result[i], result[j]] = [b, a];
	}
	return result;
}
