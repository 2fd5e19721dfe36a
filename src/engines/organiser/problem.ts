/** What people are offered: closed, so that pages can word each one. */
export type OfferKind =
	'workshop' | 'seminar' | 'lesson' | 'conference' | 'studio' | 'quiet-study' | 'off-site';

/** A period of the week grid. Slots are listed in order of time; a session fills exactly one. */
export interface Slot {
	readonly id: string;
	/** 0 = first day of the grid; at most 16 slots share a day. */
	readonly day: number;
	/** Length in minutes, > 0. */
	readonly minutes: number;
}

export interface Room {
	readonly id: string;
	/** Seats for learners, >= 0. */
	readonly seats: number;
	readonly features?: readonly string[];
	/** Building or area; walking between areas in consecutive slots counts as a move. */
	readonly area?: string;
	/** Slot ids in which the room may not be used. */
	readonly closed?: readonly string[];
}

export interface Adult {
	readonly id: string;
	readonly qualifications?: readonly string[];
	/** Slot ids in which this adult is not available. */
	readonly away?: readonly string[];
	/** Most sessions this week; absent means no limit of their own. */
	readonly maximumSessions?: number;
}

export interface Learner {
	readonly id: string;
	readonly ageMonths: number;
	/** Slot ids in which the learner is elsewhere (off-site, part-time, therapy). */
	readonly away?: readonly string[];
	/** Outcome ids that count as met when an offer asks for prerequisites. */
	readonly secure?: readonly string[];
	/** Progress by domain, 0 .. 100, used only to form groups. */
	readonly standing?: Readonly<Record<string, number>>;
	/** Credit from the fairness ledger, 0 .. 1000: who got less than their due lately. */
	readonly credit?: number;
}

export interface Offer {
	readonly id: string;
	readonly kind: OfferKind;
	/** How many sections may open at most, >= 0. */
	readonly sections: number;
	/** Smallest and largest group of one section. */
	readonly minimum: number;
	readonly maximum: number;
	/** Entitlement domain whose minutes a seat here counts for. */
	readonly domain?: string;
	/** Qualifications the adult must all hold. */
	readonly qualifications?: readonly string[];
	/** If given, only these adults; an empty list means no adult is needed. */
	readonly adults?: readonly string[];
	/** The adult learners are used to; another one costs continuity. */
	readonly usualAdult?: string;
	readonly features?: readonly string[];
	/** `false` for off-site and online offers. Default `true`. */
	readonly needsRoom?: boolean;
	/** If given, only these slots. */
	readonly slots?: readonly string[];
	readonly prerequisites?: readonly string[];
	/** Groups alike in standing, deliberately mixed, or indifferent (default). */
	readonly grouping?: 'similar' | 'mixed' | 'any';
	/** Maturity guard: months between youngest and oldest above which a group costs. */
	readonly ageSpreadMonths?: number;
	/** Money one section costs, in minor units. */
	readonly cost?: number;
}

/** An offer a learner must attend; it outranks everything that is not another must. */
export interface Must {
	readonly learner: string;
	readonly offer: string;
}

/** A need from evidence, or a call by an adult: met by a seat in any of `offers`. */
export interface Need {
	readonly id: string;
	readonly learner: string;
	readonly offers: readonly string[];
	readonly source: 'evidence' | 'call';
	/** 1 (mild) .. 5 (urgent). */
	readonly severity: number;
	/** Whole weeks it has waited, >= 0; counted up to 7. */
	readonly weeks: number;
}

/** A ranked choice: 1 is the first choice. */
export interface Wish {
	readonly learner: string;
	readonly offer: string;
	readonly rank: number;
}

/** A section that is already decided, and stays. */
export interface Pin {
	readonly offer: string;
	/** 0-based section of the offer. */
	readonly section: number;
	readonly slot: string;
	readonly room?: string;
	readonly adult?: string;
}

/** Minutes of a domain still owed to a learner this week (see `owedMinutes`). */
export interface Owed {
	readonly learner: string;
	readonly domain: string;
	readonly minutes: number;
}

/** Where a learner usually is: leaving it costs stability. */
export interface Habit {
	readonly learner: string;
	readonly slot: string;
	readonly offer: string;
}

export type Pair = readonly [string, string];

/** Everything one run decides about. All ids are the caller's; order decides nothing but slots. */
export interface WeekProblem {
	readonly slots: readonly Slot[];
	readonly rooms: readonly Room[];
	readonly adults: readonly Adult[];
	readonly learners: readonly Learner[];
	readonly offers: readonly Offer[];
	readonly musts?: readonly Must[];
	readonly needs?: readonly Need[];
	readonly wishes?: readonly Wish[];
	readonly pins?: readonly Pin[];
	readonly owed?: readonly Owed[];
	/** Learners who may never share a session. */
	readonly apart?: readonly Pair[];
	/** Learners who both want to share at least one session. */
	readonly together?: readonly Pair[];
	readonly habits?: readonly Habit[];
	/** Supervised study seats per slot: one number, or by slot id (missing = 0). */
	readonly studySeats: number | Readonly<Record<string, number>>;
	readonly limits?: { readonly money?: number; readonly adultMinutes?: number };
	/** The plan people already have: changing it costs stability. */
	readonly published?: WeekPlan;
	/** Seats that learners may keep although nothing asks for them any more; a repair fills it in. */
	readonly kept?: readonly Must[];
	/** Weights of criteria inside their level; integers >= 0; see `criteria`. */
	readonly weights?: Readonly<Record<string, number>>;
}

/** One open section. */
export interface PlannedSession {
	readonly offer: string;
	readonly section: number;
	readonly slot: string;
	/** `null` where the offer needs none. */
	readonly room: string | null;
	readonly adult: string | null;
	/** Learner ids, sorted. */
	readonly learners: readonly string[];
}

/** A complete week: whoever is present and in no session of a slot is in supervised study. */
export interface WeekPlan {
	readonly sessions: readonly PlannedSession[];
}

/** Study seats of one slot. */
export function studySeatsOf(problem: WeekProblem, slot: string): number {
	return typeof problem.studySeats === 'number'
		? problem.studySeats
		: (problem.studySeats[slot] ?? 0);
}

/** Whether this learner may take this offer at all: every prerequisite is secure. */
export function meetsPrerequisites(learner: Learner, offer: Offer): boolean {
	const secure = learner.secure ?? [];
	return (offer.prerequisites ?? []).every((outcome) => secure.includes(outcome));
}

/** Whether the offer needs an adult. */
export const needsAdult = (offer: Offer): boolean => offer.adults?.length !== 0;

/** Whether this adult may lead this offer, availability aside. */
export function mayLead(adult: Adult, offer: Offer): boolean {
	if (offer.adults !== undefined && !offer.adults.includes(adult.id)) return false;
	const held = adult.qualifications ?? [];
	return (offer.qualifications ?? []).every((wanted) => held.includes(wanted));
}

/** Whether the room has what the offer needs, size and availability aside. */
export function hasFeatures(room: Room, offer: Offer): boolean {
	const has = room.features ?? [];
	return (offer.features ?? []).every((feature) => has.includes(feature));
}
