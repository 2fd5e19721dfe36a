import { attendableSlots, groupBy, placeable } from './alone.ts';
import { smallestConflict, type Bottleneck } from './conflict.ts';
import { hasSeat, viewPlan, type PlanView } from './plan-view.ts';
import {
	hasFeatures,
	mayLead,
	meetsPrerequisites,
	needsAdult,
	studySeatsOf,
	type Must,
	type Offer,
	type Pin,
	type WeekPlan,
	type WeekProblem
} from './problem.ts';

/** Why something that must be cannot be; `ids` in the order each code says. */
export interface Cause {
	readonly code: CauseCode;
	readonly ids: readonly string[];
	/** How many seats, sections or places are missing, where that is the matter. */
	readonly missing?: number;
}

export type CauseCode =
	/** learner, offer: a prerequisite is not secure. */
	| 'organiser.cause-prerequisite'
	/** offer: no section may open, or nobody fits into one. */
	| 'organiser.cause-zero-capacity'
	/** offer: nobody may lead it in any slot it has. */
	| 'organiser.cause-no-adult'
	/** offer: no room has what it needs in any slot it has. */
	| 'organiser.cause-no-room'
	/** learner, offer: the learner is away whenever it can be held. */
	| 'organiser.cause-learner-away'
	/** learner, offers ...: these musts have fewer slots between them than there are musts. */
	| 'organiser.cause-musts-clash'
	/** offer: more musts than all its sections hold. */
	| 'organiser.cause-too-many-musts'
	/** offer: fewer learners may come than its smallest group. */
	| 'organiser.cause-group-too-small'
	/** offer, learner, learner: kept apart, and there is one section only. */
	| 'organiser.cause-apart'
	/** adult, offers ...: only this adult can lead them, and there are not that many slots. */
	| 'organiser.cause-adult-overbooked'
	/** slot: learners without a session outnumber the study seats. */
	| 'organiser.cause-study-full'
	/** offer, section: the pinned place is not possible (adult, room or another pin). */
	| 'organiser.cause-pin'
	/** offer: adults and rooms are there, but never both in one slot. */
	| 'organiser.cause-no-slot'
	/** offer: no room that has what it needs holds its smallest group. */
	| 'organiser.cause-room-too-small'
	/** learner, offer, learner, offer ...: the smallest set of musts that no week can keep, and what they lack. */
	| `organiser.cause-together-${Bottleneck}`
	/** learner, offer: possible alone, not found together with all the others. */
	| 'organiser.cause-musts-compete';

/**
 * The causes of everything in level `complete` that a plan could not keep: each the smallest set
 * that explains it, so that mending one member mends it. Empty where the level is 0.
 */
export function findCauses(problem: WeekProblem, plan: WeekPlan): readonly Cause[] {
	const view = viewPlan(problem, plan, new Map());
	const missed = (problem.musts ?? []).filter((must) => !hasSeat(view, must.learner, must.offer));
	const causes: readonly Cause[] = [
		...mustCauses(view, missed),
		...pinCauses(view),
		...studyCauses(view)
	];
	const seen = new Set<string>();
	return causes.filter((cause) => {
		const key = JSON.stringify([cause.code, cause.ids]);
		return seen.has(key) ? false : seen.add(key);
	});
}

function mustCauses(view: PlanView, missed: readonly Must[]): readonly Cause[] {
	const perLearner = groupBy(view.problem.musts ?? [], (must) => must.learner);
	const perOffer = groupBy(view.problem.musts ?? [], (must) => must.offer);
	const kept = (view.problem.musts ?? []).filter((must) => !missed.includes(must));
	return missed.flatMap((must) => {
		const offer = view.offers.get(must.offer);
		if (offer === undefined) return [];
		return (
			offerCause(view, offer) ??
			learnerCause(
				view,
				must,
				offer,
				// Its clash with musts that have a seat: what else has none has causes of its own.
				(perLearner.get(must.learner) ?? []).filter((one) => one === must || kept.includes(one))
			) ??
			sharedCause(view, must, offer, perOffer.get(offer.id) ?? []) ??
			smaller(view, adultCause(view, offer), conflictCause(view, must, kept))
		);
	});
}

/** What is wrong with the offer itself, whoever asks. */
function offerCause(view: PlanView, offer: Offer): readonly Cause[] | undefined {
	const { adults, rooms } = view.problem;
	if (offer.sections === 0 || offer.maximum === 0 || offer.slots?.length === 0)
		return [{ code: 'organiser.cause-zero-capacity', ids: [offer.id] }];
	const slots = offer.slots ?? view.problem.slots.map(({ id }) => id);
	const led = slots.some((s) => adults.some((a) => mayLead(a, offer) && !a.away?.includes(s)));
	if (needsAdult(offer) && !led) return [{ code: 'organiser.cause-no-adult', ids: [offer.id] }];
	const fits = rooms.filter((room) => hasFeatures(room, offer) && room.seats > 0);
	const housed = slots.some((s) => fits.some((room) => !room.closed?.includes(s)));
	if (offer.needsRoom !== false && !housed)
		return [{ code: 'organiser.cause-no-room', ids: [offer.id] }];
	if (attendableSlots(view.problem, offer).length === 0)
		return [{ code: 'organiser.cause-no-slot', ids: [offer.id] }];
	if (offer.needsRoom !== false && fits.every(({ seats }) => seats < offer.minimum))
		return [{ code: 'organiser.cause-room-too-small', ids: [offer.id], missing: offer.minimum }];
	return undefined;
}

function slotsFor(view: PlanView, must: Must): readonly number[] {
	const offer = view.offers.get(must.offer);
	const away = view.learners.get(must.learner)?.away ?? [];
	if (offer === undefined) return [];
	return attendableSlots(view.problem, offer).filter(
		(index) => !away.includes(view.problem.slots[index]?.id ?? '')
	);
}

function learnerCause(
	view: PlanView,
	must: Must,
	offer: Offer,
	musts: readonly Must[]
): readonly Cause[] | undefined {
	const learner = view.learners.get(must.learner);
	if (learner === undefined) return undefined;
	if (!meetsPrerequisites(learner, offer))
		return [{ code: 'organiser.cause-prerequisite', ids: [learner.id, offer.id] }];
	if (slotsFor(view, must).length === 0)
		return [{ code: 'organiser.cause-learner-away', ids: [learner.id, offer.id] }];
	const clash = smallestClash(view, musts);
	if (clash.length === 0) return undefined;
	return [{ code: 'organiser.cause-musts-clash', ids: [learner.id, ...clash] }];
}

/** Deletion filter: drops musts while the rest still cannot all have a slot of their own. */
function smallestClash(view: PlanView, musts: readonly Must[]): readonly string[] {
	const able = musts.filter((must) => slotsFor(view, must).length > 0);
	const clashes = (some: readonly Must[]) =>
		placeable(some.map((must) => slotsFor(view, must))).includes(false);
	if (!clashes(able)) return [];
	let core = able;
	for (const must of able) {
		const without = core.filter((one) => one !== must);
		if (clashes(without)) core = without;
	}
	return core.map(({ offer }) => offer);
}

/** Seats of the largest sections the rooms allow. */
function totalSeats(view: PlanView, offer: Offer): number {
	const rooms = view.problem.rooms.filter((room) => hasFeatures(room, offer));
	const largest = Math.max(0, ...rooms.map(({ seats }) => seats));
	const each = offer.needsRoom === false ? offer.maximum : Math.min(offer.maximum, largest);
	return each * offer.sections;
}

function sharedCause(
	view: PlanView,
	{ learner }: Must,
	offer: Offer,
	musts: readonly Must[]
): readonly Cause[] | undefined {
	const missing = musts.length - totalSeats(view, offer);
	if (missing > 0) return [{ code: 'organiser.cause-too-many-musts', ids: [offer.id], missing }];
	const asking = new Set(
		[...(view.problem.wishes ?? []), ...musts]
			.filter((one) => one.offer === offer.id)
			.map((one) => one.learner)
	);
	for (const need of view.problem.needs ?? [])
		if (need.offers.includes(offer.id)) asking.add(need.learner);
	const short = offer.minimum - asking.size;
	if (short > 0)
		return [{ code: 'organiser.cause-group-too-small', ids: [offer.id], missing: short }];
	if (offer.sections > 1) return undefined;
	const bound = new Set(musts.map((one) => one.learner));
	const pairs = (view.problem.apart ?? []).filter(
		(pair) => pair.includes(learner) && pair.every((one) => bound.has(one))
	);
	return pairs.length === 0
		? undefined
		: pairs.map(([a, b]) => ({ code: 'organiser.cause-apart', ids: [offer.id, a, b] }));
}

/** An adult's offers, or the musts that do not fit together: whichever names fewer offers. */
function smaller(
	view: PlanView,
	ofAdult: readonly Cause[] | undefined,
	ofMusts: readonly Cause[]
): readonly Cause[] {
	if (!ofAdult) return ofMusts;
	const offersOf = (causes: readonly Cause[]) =>
		new Set(causes.flatMap(({ ids }) => ids.filter((id) => view.offers.has(id)))).size;
	const isProven = ofMusts[0]?.code !== 'organiser.cause-musts-compete';
	return isProven && offersOf(ofMusts) < offersOf(ofAdult) ? ofMusts : ofAdult;
}

/** The musts that it does not fit together with; where nothing of the kind is proven, that it was not found. */
function conflictCause(view: PlanView, missed: Must, kept: readonly Must[]): readonly Cause[] {
	const found = smallestConflict(view.problem, missed, kept);
	if (!found)
		return [{ code: 'organiser.cause-musts-compete', ids: [missed.learner, missed.offer] }];
	const ids = found.musts.flatMap(({ learner, offer }) => [learner, offer]);
	return [{ code: `organiser.cause-together-${found.lacks}`, ids }];
}

/** Offers with musts that one adult alone can lead, more than that adult has time for. */
function adultCause(view: PlanView, offer: Offer): readonly Cause[] | undefined {
	const { problem } = view;
	const leaders = problem.adults.filter((adult) => mayLead(adult, offer));
	const [only] = leaders;
	if (only === undefined || leaders.length > 1 || !needsAdult(offer)) return undefined;
	const wanted = new Set((problem.musts ?? []).map((must) => must.offer));
	const theirs = problem.offers.filter(
		(other) =>
			wanted.has(other.id) &&
			needsAdult(other) &&
			problem.adults.filter((adult) => mayLead(adult, other)).every(({ id }) => id === only.id)
	);
	const slots = problem.slots.filter((slot) => !only.away?.includes(slot.id)).length;
	const missing = theirs.length - Math.min(slots, only.maximumSessions ?? Infinity);
	if (missing <= 0) return undefined;
	const ids = [only.id, ...theirs.map(({ id }) => id)];
	return [{ code: 'organiser.cause-adult-overbooked', ids, missing }];
}

function pinCauses(view: PlanView): readonly Cause[] {
	const held = (pin: Pin) =>
		view.plan.sessions.some(
			(s) => s.offer === pin.offer && s.section === pin.section && s.slot === pin.slot
		);
	return (view.problem.pins ?? [])
		.filter((pin) => !held(pin))
		.map((pin) => ({ code: 'organiser.cause-pin', ids: [pin.offer, String(pin.section)] }));
}

function studyCauses(view: PlanView): readonly Cause[] {
	return view.problem.slots.flatMap(({ id }) => {
		const idle = view.problem.learners.filter(
			(learner) => !learner.away?.includes(id) && !view.seats.get(learner.id)?.has(id)
		).length;
		const missing = idle - studySeatsOf(view.problem, id);
		return missing > 0 ? [{ code: 'organiser.cause-study-full', ids: [id], missing } as const] : [];
	});
}
