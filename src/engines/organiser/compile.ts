import { alonePoints, possibleSlots } from './alone.ts';
import { CRITERION_NAMES, pointsOfRank, weightOfNeed, weightsOf } from './criteria.ts';
import { NONE, packRows, type Instance } from './instance.ts';
import {
	hasFeatures,
	mayLead,
	meetsPrerequisites,
	needsAdult,
	studySeatsOf,
	type WeekProblem
} from './problem.ts';

/** Index by id. */
type Index = ReadonlyMap<string, number>;

interface Indices {
	readonly slot: Index;
	readonly room: Index;
	readonly adult: Index;
	readonly learner: Index;
	readonly offer: Index;
}

const indexOf = (items: readonly { readonly id: string }[]): Index =>
	new Map(items.map((item, i) => [item.id, i]));

const find = (index: Index, id: string | null | undefined): number =>
	id === undefined || id === null ? NONE : (index.get(id) ?? NONE);

/** Turns a problem that `checkProblem` accepts into numbers. */
export function compile(problem: WeekProblem): Instance {
	const indices: Indices = {
		slot: indexOf(problem.slots),
		room: indexOf(problem.rooms),
		adult: indexOf(problem.adults),
		learner: indexOf(problem.learners),
		offer: indexOf(problem.offers)
	};
	const options = compileOptions(problem, indices);
	const weights = weightsOf(problem.weights);
	return {
		...compileGrid(problem),
		...compileOffers(problem, indices),
		...compileSessions(problem, indices),
		...compilePlaces(problem, indices),
		...options,
		...compileLearners(problem, indices),
		...compilePublished(problem, indices),
		weights: Float64Array.from(CRITERION_NAMES, (name) => weights[name]),
		ids: {
			slots: problem.slots.map(({ id }) => id),
			rooms: problem.rooms.map(({ id }) => id),
			adults: problem.adults.map(({ id }) => id),
			learners: problem.learners.map(({ id }) => id),
			offers: problem.offers.map(({ id }) => id)
		}
	};
}

function compileGrid(problem: WeekProblem) {
	const slotBit = new Int32Array(problem.slots.length);
	for (let s = 1; s < slotBit.length; s++)
		if (problem.slots[s]?.day === problem.slots[s - 1]?.day) slotBit[s] = (slotBit[s - 1] ?? 0) + 1;
	return {
		slots: problem.slots.length,
		days: 1 + problem.slots.reduce((most, slot) => Math.max(most, slot.day), 0),
		slotDay: Int32Array.from(problem.slots, (slot) => slot.day),
		slotBit,
		slotMinutes: Int32Array.from(problem.slots, (slot) => slot.minutes),
		studySeats: Float64Array.from(problem.slots, (slot) => studySeatsOf(problem, slot.id))
	};
}

const GROUPING = { any: 0, similar: 1, mixed: 2 } as const;

function compileOffers(problem: WeekProblem, indices: Indices) {
	const { offers, rooms, adults } = problem;
	const offerSlot = new Uint8Array(offers.length * problem.slots.length);
	for (const [o, offer] of offers.entries())
		for (const s of possibleSlots(problem, offer)) offerSlot[o * problem.slots.length + s] = 1;
	const bySeats = [...rooms.keys()].sort(
		(a, b) => (rooms[a]?.seats ?? 0) - (rooms[b]?.seats ?? 0) || a - b
	);
	return {
		offers: offers.length,
		// Nobody opens a section for no one.
		offerMinimum: Int32Array.from(offers, (offer) => Math.max(1, offer.minimum)),
		offerMaximum: Int32Array.from(offers, (offer) => offer.maximum),
		offerCost: Float64Array.from(offers, (offer) => offer.cost ?? 0),
		offerGrouping: Uint8Array.from(offers, (offer) => GROUPING[offer.grouping ?? 'any']),
		offerGuard: Int32Array.from(offers, (offer) => offer.ageSpreadMonths ?? NONE),
		offerUsual: Int32Array.from(offers, (offer) => find(indices.adult, offer.usualAdult)),
		offerNeedsAdult: Uint8Array.from(offers, (offer) => (needsAdult(offer) ? 1 : 0)),
		offerNeedsRoom: Uint8Array.from(offers, (offer) => (offer.needsRoom === false ? 0 : 1)),
		offerSlot,
		offerAdults: packRows(
			offers.map((offer) => indicesWhere(adults, (adult) => mayLead(adult, offer)))
		),
		offerRooms: packRows(
			offers.map((offer) =>
				bySeats.filter((r) => {
					const room = rooms[r];
					return room !== undefined && hasFeatures(room, offer);
				})
			)
		)
	};
}

function indicesWhere<T>(items: readonly T[], test: (item: T) => boolean): number[] {
	return items.flatMap((item, i) => (test(item) ? [i] : []));
}

function compileSessions(problem: WeekProblem, indices: Indices) {
	const offerFirst = new Int32Array(problem.offers.length + 1);
	const sessionOffer: number[] = [];
	for (const [o, offer] of problem.offers.entries()) {
		for (let i = 0; i < offer.sections; i++) sessionOffer.push(o);
		offerFirst[o + 1] = sessionOffer.length;
	}
	const pinSlot = new Int32Array(sessionOffer.length).fill(NONE);
	const pinRoom = pinSlot.slice();
	const pinAdult = pinSlot.slice();
	for (const pin of problem.pins ?? []) {
		const k = (offerFirst[find(indices.offer, pin.offer)] ?? 0) + pin.section;
		pinSlot[k] = find(indices.slot, pin.slot);
		pinRoom[k] = find(indices.room, pin.room);
		pinAdult[k] = find(indices.adult, pin.adult);
	}
	return {
		sessions: sessionOffer.length,
		offerFirst,
		sessionOffer: Int32Array.from(sessionOffer),
		pinSlot,
		pinRoom,
		pinAdult
	};
}

/** Rows x slots, 1 where open. */
function openMatrix(
	closed: readonly (readonly string[] | undefined)[],
	slot: Index,
	slots: number
): Uint8Array {
	const open = new Uint8Array(closed.length * slots).fill(1);
	for (const [row, list] of closed.entries())
		for (const id of list ?? []) open[row * slots + find(slot, id)] = 0;
	return open;
}

function compilePlaces(problem: WeekProblem, indices: Indices) {
	const { rooms, adults, slots } = problem;
	const areas = indexOf([...new Set(rooms.map((room) => room.area ?? ''))].map((id) => ({ id })));
	return {
		rooms: rooms.length,
		adults: adults.length,
		roomSeats: Int32Array.from(rooms, (room) => room.seats),
		roomArea: Int32Array.from(rooms, (room) => find(areas, room.area)),
		roomOpen: openMatrix(
			rooms.map((room) => room.closed),
			indices.slot,
			slots.length
		),
		adultOpen: openMatrix(
			adults.map((adult) => adult.away),
			indices.slot,
			slots.length
		),
		adultMaximum: Float64Array.from(adults, (adult) => adult.maximumSessions ?? Infinity),
		moneyLimit: problem.limits?.money ?? Infinity,
		minutesLimit: problem.limits?.adultMinutes ?? Infinity
	};
}

/** What one learner could be given, by offer index. */
interface Option {
	/** Every prerequisite is secure. */
	readonly allowed: boolean;
	must: boolean;
	rank: number;
	owed: number;
	readonly needs: number[];
}

type OptionTable = readonly Map<number, Option>[];

function collectOptions(problem: WeekProblem, indices: Indices): OptionTable {
	const table: OptionTable = problem.learners.map(() => new Map<number, Option>());
	const at = (learner: string, offer: number): Option | undefined => {
		const l = find(indices.learner, learner);
		const [person, offered, row] = [problem.learners[l], problem.offers[offer], table[l]];
		if (person === undefined || offered === undefined || row === undefined) return undefined;
		const allowed = meetsPrerequisites(person, offered);
		const option = row.get(offer) ?? { allowed, must: false, rank: 0, owed: NONE, needs: [] };
		row.set(offer, option);
		return option;
	};
	for (const must of problem.musts ?? []) {
		const option = at(must.learner, find(indices.offer, must.offer));
		if (option !== undefined) option.must = true;
	}
	for (const wish of problem.wishes ?? []) {
		const option = at(wish.learner, find(indices.offer, wish.offer));
		if (option !== undefined) option.rank = wish.rank;
	}
	for (const [n, need] of (problem.needs ?? []).entries())
		for (const offer of new Set(need.offers))
			at(need.learner, find(indices.offer, offer))?.needs.push(n);
	for (const seat of problem.kept ?? []) at(seat.learner, find(indices.offer, seat.offer));
	const byDomain = Map.groupBy(problem.offers.keys(), (o) => problem.offers[o]?.domain ?? '');
	for (const [row, owed] of (problem.owed ?? []).entries())
		for (const o of byDomain.get(owed.domain) ?? []) {
			const option = at(owed.learner, o);
			if (option?.allowed) option.owed = row;
		}
	return table;
}

function compileOptions(problem: WeekProblem, indices: Indices) {
	const rows = collectOptions(problem, indices).map((row) => [...row].sort(([a], [b]) => a - b));
	const flat = rows.flatMap((row, l) => row.map(([o, option]) => ({ l, o, option })));
	const optionStart = new Int32Array(rows.length + 1);
	for (const [l, row] of rows.entries()) optionStart[l + 1] = (optionStart[l] ?? 0) + row.length;
	const byOffer: number[][] = problem.offers.map(() => []);
	for (const [j, { o }] of flat.entries()) byOffer[o]?.push(j);
	return {
		options: flat.length,
		optionStart,
		optionLearner: Int32Array.from(flat, ({ l }) => l),
		optionOffer: Int32Array.from(flat, ({ o }) => o),
		optionAllowed: Uint8Array.from(flat, ({ option }) => (option.allowed ? 1 : 0)),
		optionMust: Uint8Array.from(flat, ({ option }) => (option.must ? 1 : 0)),
		optionRank: Int32Array.from(flat, ({ option }) => option.rank),
		optionPoints: Int32Array.from(flat, ({ option }) =>
			option.rank === 0 ? 0 : pointsOfRank(option.rank)
		),
		optionOwed: Int32Array.from(flat, ({ option }) => option.owed),
		optionStanding: Int32Array.from(
			flat,
			({ l, o }) => problem.learners[l]?.standing?.[problem.offers[o]?.domain ?? ''] ?? 50
		),
		optionNeeds: packRows(flat.map(({ option }) => option.needs)),
		offerOptions: packRows(byOffer),
		needWeight: Int32Array.from(problem.needs ?? [], weightOfNeed),
		owedMinutes: Int32Array.from(problem.owed ?? [], (owed) => owed.minutes)
	};
}

function compileLearners(problem: WeekProblem, indices: Indices) {
	const { learners } = problem;
	const alone = alonePoints(problem);
	const apart: number[][] = learners.map(() => []);
	for (const [a, b] of problem.apart ?? []) {
		const [i, j] = [find(indices.learner, a), find(indices.learner, b)];
		apart[i]?.push(j);
		apart[j]?.push(i);
	}
	const partners: number[][] = learners.map(() => []);
	const pairIds: number[][] = learners.map(() => []);
	for (const [p, [a, b]] of (problem.together ?? []).entries()) {
		const [i, j] = [find(indices.learner, a), find(indices.learner, b)];
		partners[i]?.push(j);
		pairIds[i]?.push(p);
		partners[j]?.push(i);
		pairIds[j]?.push(p);
	}
	return {
		learners: learners.length,
		away: openMatrix(
			learners.map((learner) => learner.away),
			indices.slot,
			problem.slots.length
		).map((open) => 1 - open),
		age: Int32Array.from(learners, (learner) => learner.ageMonths),
		alone: Int32Array.from(learners, (learner) => alone.get(learner.id) ?? 0),
		credit: Int32Array.from(learners, (learner) => learner.credit ?? 0),
		apart: packRows(apart),
		together: packRows(partners),
		togetherPair: packRows(pairIds).items,
		pairs: problem.together?.length ?? 0
	};
}

/** An offer that was published and is gone: differs from every offer there is. */
const GONE = -2;

function compilePublished(problem: WeekProblem, indices: Indices) {
	const slots = problem.slots.length;
	const published = problem.published;
	const size = problem.learners.length * slots;
	const publishedOffer = new Int32Array(published === undefined ? 0 : size).fill(NONE);
	const firsts = compileSessions(problem, indices);
	const publishedSlot = new Int32Array(firsts.sessions).fill(NONE);
	const publishedRoom = publishedSlot.slice();
	const publishedAdult = publishedSlot.slice();
	for (const session of published?.sessions ?? []) {
		const [o, s] = [find(indices.offer, session.offer), find(indices.slot, session.slot)];
		for (const id of session.learners) {
			const l = find(indices.learner, id);
			if (l !== NONE && s !== NONE) publishedOffer[l * slots + s] = o === NONE ? GONE : o;
		}
		const sections = problem.offers[o]?.sections ?? 0;
		if (session.section < 0 || session.section >= sections || s === NONE) continue;
		const k = (firsts.offerFirst[o] ?? 0) + session.section;
		const room = find(indices.room, session.room);
		const adult = find(indices.adult, session.adult);
		const gone =
			(session.room !== null && room === NONE) || (session.adult !== null && adult === NONE);
		publishedSlot[k] = gone ? NONE : s;
		publishedRoom[k] = room;
		publishedAdult[k] = adult;
	}
	const habitOffer = new Int32Array(problem.habits?.length ? size : 0).fill(NONE);
	for (const habit of problem.habits ?? [])
		habitOffer[find(indices.learner, habit.learner) * slots + find(indices.slot, habit.slot)] =
			find(indices.offer, habit.offer);
	return {
		publishedOffer,
		publishedSlot,
		publishedRoom,
		publishedAdult,
		publishedSessions: published?.sessions.length ?? 0,
		habitOffer,
		habits: problem.habits?.length ?? 0
	};
}
