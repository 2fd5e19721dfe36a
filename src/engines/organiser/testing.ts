import { createRandom, type Random } from '../kernel/index.ts';
import type { Adult, Learner, Offer, Room, Slot, WeekProblem } from './problem.ts';

/* Factories for tests: a complete valid default, with partial overrides. */

export const anOffer = (id: string, given: Partial<Offer> = {}): Offer => ({
	id,
	kind: 'workshop',
	sections: 1,
	minimum: 1,
	maximum: 10,
	...given
});

export const aLearner = (id: string, given: Partial<Learner> = {}): Learner => ({
	id,
	ageMonths: 132,
	...given
});

/** Slots `d0p0 d0p1 ...` of an hour each. */
export function aGrid(days: number, perDay: number): readonly Slot[] {
	return Array.from({ length: days * perDay }, (_, i) => ({
		id: `d${Math.floor(i / perDay)}p${i % perDay}`,
		day: Math.floor(i / perDay),
		minutes: 60
	}));
}

/** Two days of three periods, two rooms, two adults, three learners; no offers. */
export function aProblem(given: Partial<WeekProblem> = {}): WeekProblem {
	return {
		slots: aGrid(2, 3),
		rooms: [
			{ id: 'hall', seats: 30 },
			{ id: 'lab', seats: 8 }
		],
		adults: [{ id: 'hine' }, { id: 'tom' }],
		learners: [aLearner('ana'), aLearner('ben'), aLearner('caleb')],
		offers: [],
		studySeats: 100,
		...given
	};
}

const pick = <T>(random: Random, items: readonly T[]): T => {
	const item = items[random.below(items.length)];
	if (item === undefined) throw new RangeError('nothing to pick from');
	return item;
};

const some = <T>(random: Random, items: readonly T[], share: number): T[] =>
	items.filter(() => random.next() < share);

/** A random problem that uses every part of the input; for fuzzing, not for measuring. */
export function randomProblem(seed: number, size = 12): WeekProblem {
	const random = createRandom(seed);
	const slots = aGrid(2 + random.below(2), 2 + random.below(3));
	const slotIds = slots.map(({ id }) => id);
	const rooms: Room[] = Array.from({ length: 3 }, (_, i) => ({
		id: `room${i}`,
		seats: 2 + random.below(6),
		area: `area${i % 2}`,
		features: some(random, ['piano', 'sink'], 0.5),
		closed: some(random, slotIds, 0.1)
	}));
	const adults: Adult[] = Array.from({ length: 4 }, (_, i) => ({
		id: `adult${i}`,
		qualifications: some(random, ['music', 'science'], 0.6),
		away: some(random, slotIds, 0.1),
		...(random.next() < 0.5 ? { maximumSessions: 2 + random.below(4) } : {})
	}));
	const learners: Learner[] = Array.from({ length: size }, (_, i) => ({
		id: `learner${String(i).padStart(2, '0')}`,
		ageMonths: 60 + random.below(120),
		away: some(random, slotIds, 0.08),
		secure: some(random, ['counting', 'reading'], 0.8),
		standing: { maths: random.below(101), arts: random.below(101) },
		credit: random.below(4) * 100
	}));
	const offers = Array.from({ length: 8 }, (_, i) => randomOffer(random, i, slotIds, adults));
	return {
		slots,
		rooms,
		adults,
		learners,
		offers,
		...randomDemand(random, learners, offers, slotIds),
		studySeats: Math.floor(size * 0.8),
		limits: { money: 40, adultMinutes: 60 * 14 }
	};
}

function randomOffer(
	random: Random,
	index: number,
	slotIds: readonly string[],
	adults: readonly Adult[]
): Offer {
	return {
		id: `offer${index}`,
		kind: 'workshop',
		sections: 1 + random.below(3),
		minimum: random.below(3),
		maximum: 2 + random.below(5),
		domain: pick(random, ['maths', 'arts']),
		grouping: pick(random, ['any', 'similar', 'mixed']),
		cost: random.below(6),
		...(random.next() < 0.3 ? { qualifications: [pick(random, ['music', 'science'])] } : {}),
		...(random.next() < 0.2 ? { adults: [] } : {}),
		...(random.next() < 0.4 ? { usualAdult: pick(random, adults).id } : {}),
		...(random.next() < 0.3 ? { features: [pick(random, ['piano', 'sink'])] } : {}),
		...(random.next() < 0.2 ? { needsRoom: false } : {}),
		...(random.next() < 0.3 ? { slots: some(random, slotIds, 0.6) } : {}),
		...(random.next() < 0.3 ? { prerequisites: ['reading'] } : {}),
		...(random.next() < 0.5 ? { ageSpreadMonths: 24 + random.below(48) } : {})
	};
}

function randomDemand(
	random: Random,
	learners: readonly Learner[],
	offers: readonly Offer[],
	slotIds: readonly string[]
): Partial<WeekProblem> {
	const ids = learners.map(({ id }) => id);
	const seats = ids.map((learner) => ({
		learner,
		order: [...offers].sort(() => random.next() - 0.5).map(({ id }) => id)
	}));
	const pair = () => [pick(random, ids.slice(0, 6)), pick(random, ids.slice(6))] as const;
	return {
		musts: seats
			.filter((_, i) => i % 3 === 0)
			.map((s) => ({ learner: s.learner, offer: s.order[0] ?? '' })),
		wishes: seats.flatMap((s) =>
			s.order.slice(1, 6).map((offer, i) => ({ learner: s.learner, offer, rank: i + 1 }))
		),
		needs: seats.map((s, i) => ({
			id: `need${i}`,
			learner: s.learner,
			offers: s.order.slice(4, 7),
			source: 'evidence',
			severity: 1 + random.below(5),
			weeks: random.below(10)
		})),
		owed: seats
			.filter((_, i) => i % 2 === 0)
			.map((s) => ({ learner: s.learner, domain: 'arts', minutes: 90 })),
		pins: [{ offer: 'offer0', section: 0, slot: pick(random, slotIds) }],
		apart: [pair(), pair()],
		together: [pair(), pair(), pair()],
		habits: seats.slice(0, 4).map((s) => ({
			learner: s.learner,
			slot: pick(random, slotIds),
			offer: pick(random, offers).id
		}))
	};
}
