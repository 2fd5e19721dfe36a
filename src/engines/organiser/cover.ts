import { NONE } from './instance.ts';
import type { PlanView } from './plan-view.ts';
import { mayLead, type PlannedSession } from './problem.ts';
import { C, charge, type State } from './state.ts';

/*
 * Cover: a session is covered if, were its adult away, somebody could take it over in its slot: a free adult,
 * or one whose own session is taken over in turn. Most sessions of the week are not at issue here.
 */

/** Counts the sessions of a slot that nobody could take over, and charges the difference. */
export function chargeCover(state: State, slot: number): void {
	const uncovered = countUncovered(state, slot);
	charge(state, C.uncovered, uncovered - (state.uncovered[slot] ?? 0));
	state.uncovered[slot] = uncovered;
}

function countUncovered(state: State, slot: number): number {
	const { adults, slots, pinAdult } = state.instance;
	const { relieved } = state;
	let waiting = 0;
	for (let a = 0; a < adults; a++) {
		const held = state.adultAt[a * slots + slot] ?? NONE;
		relieved[a] = held === NONE ? (state.instance.adultOpen[a * slots + slot] ?? 0) : 0;
		if (held !== NONE && pinAdult[held] === NONE) waiting++;
	}
	for (let before = NONE; waiting > 0 && waiting !== before;) {
		before = waiting;
		for (let a = 0; a < adults; a++) {
			const held = state.adultAt[a * slots + slot] ?? NONE;
			if (held === NONE || relieved[a] === 1 || pinAdult[held] !== NONE) continue;
			if (!someoneTakes(state, held)) continue;
			relieved[a] = 1;
			waiting--;
		}
	}
	return waiting;
}

/** Whether one of the adults who are free by now may lead the session. */
function someoneTakes(state: State, session: number): boolean {
	const { offerAdults, sessionOffer } = state.instance;
	const offer = sessionOffer[session] ?? 0;
	for (let i = offerAdults.start[offer] ?? 0; i < (offerAdults.start[offer + 1] ?? 0); i++)
		if (state.relieved[offerAdults.items[i] ?? 0] === 1) return true;
	return false;
}

/** The same, from nothing but the plan. */
export function measureCover(view: PlanView): number {
	const bySlot = Map.groupBy(view.plan.sessions, ({ slot }) => slot);
	return [...bySlot].reduce((sum, [slot, held]) => sum + uncoveredIn(view, slot, held), 0);
}

function uncoveredIn(view: PlanView, slot: string, held: readonly PlannedSession[]): number {
	const { adults, pins } = view.problem;
	const led = held.filter(({ adult }) => adult !== null);
	const isPinned = (s: PlannedSession) =>
		pins?.some(
			(pin) => pin.offer === s.offer && pin.section === s.section && pin.adult !== undefined
		) ?? false;
	const busy = new Set(led.map(({ adult }) => adult));
	const free = adults.filter(({ id, away }) => !busy.has(id) && !away?.includes(slot));
	let waiting = led.filter((session) => !isPinned(session));
	for (;;) {
		const taken = waiting.filter(({ offer: id }) => {
			const offer = view.offers.get(id);
			return offer !== undefined && free.some((adult) => mayLead(adult, offer));
		});
		if (taken.length === 0) return waiting.length;
		waiting = waiting.filter((session) => !taken.includes(session));
		free.push(...adults.filter(({ id }) => taken.some(({ adult }) => adult === id)));
	}
}
