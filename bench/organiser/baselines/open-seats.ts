import {
	validate,
	type PlannedSession,
	type WeekPlan,
	type WeekProblem
} from '../../../src/engines/organiser/index.ts';

/** One open section with the learners seated so far. */
export interface OpenSection {
	readonly planned: PlannedSession;
	readonly seats: number;
	readonly learners: string[];
}

/** Sections whose places are fixed, and the simple questions a sign-up list asks of them. */
export interface OpenSeats {
	/** Sections of the offer in which the learner could sit, their own other seats aside. */
	sectionsFor(learner: string, offer: string): readonly OpenSection[];
	isFree(learner: string, slot: string): boolean;
	holds(learner: string, offer: string): boolean;
	seat(learner: string, section: OpenSection): void;
	/** The week, without the sections that stayed too small. */
	plan(): WeekPlan;
}

const key = (learner: string, what: string) => JSON.stringify([learner, what]);

/** Opens the sections of a plan, all empty. */
export function openSeats(problem: WeekProblem, sections: WeekPlan): OpenSeats {
	const rooms = new Map(problem.rooms.map(({ id, seats }) => [id, seats]));
	const offers = new Map(problem.offers.map((offer) => [offer.id, offer]));
	const learners = new Map(problem.learners.map((learner) => [learner.id, learner]));
	const busy = new Set(
		problem.learners.flatMap(({ id, away }) => (away ?? []).map((s) => key(id, s)))
	);
	const held = new Set<string>();
	const foes = new Set((problem.apart ?? []).flatMap(([a, b]) => [key(a, b), key(b, a)]));
	const open = sections.sessions.map((planned): OpenSection => {
		const most = offers.get(planned.offer)?.maximum ?? 0;
		const seats = Math.min(most, rooms.get(planned.room ?? '') ?? Infinity);
		return { planned, seats, learners: [] };
	});
	const byOffer = Map.groupBy(open, ({ planned }) => planned.offer);
	const allowed = (learner: string, offer: string) =>
		(offers.get(offer)?.prerequisites ?? []).every((outcome) =>
			learners.get(learner)?.secure?.includes(outcome)
		);
	return {
		sectionsFor: (learner, offer) =>
			(allowed(learner, offer) ? (byOffer.get(offer) ?? []) : []).filter(
				(section) =>
					section.learners.length < section.seats &&
					!section.learners.some((other) => foes.has(key(learner, other)))
			),
		isFree: (learner, slot) => !busy.has(key(learner, slot)),
		holds: (learner, offer) => held.has(key(learner, offer)),
		seat(learner, section) {
			section.learners.push(learner);
			busy.add(key(learner, section.planned.slot));
			held.add(key(learner, section.planned.offer));
		},
		plan() {
			const full = open.filter(
				({ planned, learners: seated }) =>
					seated.length >= Math.max(1, offers.get(planned.offer)?.minimum ?? 0)
			);
			return valid(problem, {
				sessions: full.map(({ planned, learners: seated }) => ({
					...planned,
					learners: [...seated].sort()
				}))
			});
		}
	};
}

function valid(problem: WeekProblem, plan: WeekPlan): WeekPlan {
	const [first] = validate(problem, plan);
	if (first !== undefined) throw new Error(`a baseline broke ${first.code}`);
	return plan;
}

/** Before anybody signs up, adults place what is owed: musts, then minutes, then needs by weight. */
export function seatWhatIsOwed(problem: WeekProblem, seats: OpenSeats): void {
	for (const { learner, offer } of problem.musts ?? []) firstFit(seats, learner, offer);
	const domains = Map.groupBy(problem.offers, ({ domain }) => domain ?? '');
	const minutes = new Map(problem.slots.map((slot) => [slot.id, slot.minutes]));
	for (const { learner, domain, minutes: owed } of problem.owed ?? []) {
		let left = owed;
		for (const { id } of domains.get(domain) ?? []) {
			const slot = left > 0 ? firstFit(seats, learner, id) : undefined;
			left -= minutes.get(slot ?? '') ?? 0;
		}
	}
	const urgent = [...(problem.needs ?? [])].sort(
		(a, b) => b.severity * (b.weeks + 1) - a.severity * (a.weeks + 1)
	);
	for (const { learner, offers } of urgent)
		if (!offers.some((offer) => seats.holds(learner, offer)))
			offers.some((offer) => firstFit(seats, learner, offer) !== undefined);
}

/** Takes the first seat that fits; the slot it is in, or nothing. */
export function firstFit(seats: OpenSeats, learner: string, offer: string): string | undefined {
	if (seats.holds(learner, offer)) return undefined;
	const section = seats
		.sectionsFor(learner, offer)
		.find(({ planned }) => seats.isFree(learner, planned.slot));
	if (section !== undefined) seats.seat(learner, section);
	return section?.planned.slot;
}
