import { labelWidthFor, layoutMap } from '#engines/pathways/index.ts';
import { mayFor, type AgeBand, type Scope } from '../../platform/access/index.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import {
	listOutcomes,
	listStrands,
	type OutcomeView,
	type StrandId,
	type StrandView,
	type Wording
} from '../curriculum/index.ts';
import { findAge } from './age.store.ts';
import type { BeliefMap, BeliefView } from './belief-view.ts';
import type { CommunityModel } from './community-model.ts';
import { seeBeliefs } from './learner-model.policy.ts';
import {
	partToDraw,
	readyIn,
	shortTitle,
	statesIn,
	strandGraph,
	suitsBand,
	type PlaceState
} from './places.ts';
import { beliefsWithModel } from './queries.ts';
import {
	dueSoon,
	nothingDue,
	refreshersOf,
	type RefreshLimits,
	type Refreshers
} from './refreshers.ts';

/** How many places of a strand stand in each state. */
export type StateCounts = Readonly<Record<PlaceState, number>>;

export interface StrandOnMap {
	readonly strandId: StrandId;
	readonly name: string;
	readonly kind: 'subject' | 'competency' | 'habit';
	readonly outcomes: number;
	readonly counts: StateCounts;
	/** Any evidence at all. */
	readonly isBegun: boolean;
	/** Something in it is meant for about this learner's age. */
	readonly fitsAge: boolean;
}

/** One place of a strand. */
export interface PlaceView {
	readonly outcomeId: OutcomeId;
	readonly title: string;
	readonly words: string;
	readonly state: PlaceState;
	readonly evidence: number;
	/** Width of the interval around the belief, 0 to 1. */
	readonly spread: number;
}

/** A place with where it is drawn: 0 to 99 across and down, on the wide and on the tall map. */
export interface DrawnPlace extends PlaceView {
	readonly x: number;
	readonly y: number;
	readonly tall: { readonly x: number; readonly y: number };
}

export interface StrandMap {
	readonly strandId: StrandId;
	readonly name: string;
	readonly counts: StateCounts;
	/** The part around where the learner is. */
	readonly drawn: readonly DrawnPlace[];
	readonly paths: readonly { readonly from: OutcomeId; readonly to: OutcomeId }[];
	/** Where the learner is now: the first thing under way, else the first ready. */
	readonly here: OutcomeId | null;
	/** One page of all places, what can be started first. */
	readonly listed: readonly PlaceView[];
	readonly total: number;
	readonly page: number;
	readonly pages: number;
}

const none: StateCounts = {
	unexplored: 0,
	ready: 0,
	'working-on': 0,
	nearly: 0,
	secure: 0,
	'due-a-refresh': 0
};

function countsOf(
	graph: { readonly outcomes: readonly unknown[] },
	states: ReadonlyMap<OutcomeId, PlaceState>
): StateCounts {
	const counts = { ...none };
	for (const state of states.values()) counts[state] += 1;
	return { ...counts, unexplored: graph.outcomes.length - states.size };
}

const suits =
	({ outcomes }: CommunityModel, band: AgeBand) =>
	(id: OutcomeId): boolean => {
		const place = outcomes.get(id);
		return place === undefined || suitsBand(place, band);
	};

type Ages = { readonly ageFrom: number | null; readonly ageTo: number | null };

/** Within a year of what the outcome is meant for; what says no age, and who has none, fit anything. */
function isForAge(place: Ages, age: number | null): boolean {
	if (age === null) return true;
	return (place.ageFrom ?? 0) <= age + 1 && (place.ageTo ?? 99) >= age - 1;
}

/** Strands in which something is meant for this age. */
const strandsForAge = ({ outcomes }: CommunityModel, age: number | null) =>
	new Set(
		[...outcomes.values()].filter((place) => isForAge(place, age)).map(({ strandId }) => strandId)
	);

/** All strands with how the learner stands in each; null where they may not be seen. */
export async function getMap(
	scope: Scope,
	learnerId: PersonId,
	band: AgeBand
): Promise<readonly StrandOnMap[] | null> {
	const found = await getFreshMap(scope, learnerId, band, async () => noPractice);
	return found && found.strands;
}

const noPractice: RefreshLimits = { minutesPerDay: 0, daysOff: new Set() };

/** The map with what would be good to practise today; null where it may not be seen. */
export interface FreshMap {
	readonly strands: readonly StrandOnMap[];
	readonly refreshers: Refreshers;
}

/** As `getMap`, with today's refreshers; the limits are asked for only where something is due. */
export async function getFreshMap(
	scope: Scope,
	learnerId: PersonId,
	band: AgeBand,
	limitsOf: () => Promise<RefreshLimits>
): Promise<FreshMap | null> {
	const [{ state, ...known }, strands, age] = await Promise.all([
		beliefsWithModel(scope, learnerId, 'with-recalls'),
		listStrands(scope),
		findAge(scope, learnerId)
	]);
	const { current, beliefs } = known;
	if (!mayFor(scope.actor, seeBeliefs, learnerId)) return null;
	const fitting = strandsForAge(current, age);
	const due = state ? dueSoon({ ...known, state }, scope.now) : [];
	const refreshers = due.length > 0 ? refreshersOf(current, due, await limitsOf()) : nothingDue;
	return {
		refreshers,
		strands: strands.map((strand) => standingIn(current, beliefs, strand, { band, fitting }))
	};
}

function standingIn(
	current: CommunityModel,
	beliefs: BeliefMap,
	{ strandId, name, kind, outcomes }: StrandView,
	{ band, fitting }: { readonly band: AgeBand; readonly fitting: ReadonlySet<StrandId | null> }
): StrandOnMap {
	const graph = strandGraph(current, strandId);
	const states = statesIn(graph, beliefs, suits(current, band));
	const counts = countsOf(graph, states);
	const isBegun = outcomes > counts.unexplored + counts.ready;
	return { strandId, name, kind, outcomes, counts, isBegun, fitsAge: fitting.has(strandId) };
}

const listedOnPage = 30;

/** One strand, drawn and as a list; null where it is missing or the learner may not be seen. */
export async function getStrandMap(
	scope: Scope,
	learnerId: PersonId,
	strandId: StrandId,
	options: Wording & { readonly page?: number }
): Promise<StrandMap | null> {
	const [{ current, beliefs }, outcomes] = await Promise.all([
		beliefsWithModel(scope, learnerId),
		listOutcomes(scope, { strandId }, options)
	]);
	const [first] = outcomes;
	if (!first || !mayFor(scope.actor, seeBeliefs, learnerId)) return null;
	const graph = strandGraph(current, strandId);
	const states = statesIn(graph, beliefs, suits(current, options.band));
	const places = outcomes.map((outcome) => toPlace(outcome, states, beliefs));
	const listed = places.toSorted((a, b) => listOrder.indexOf(a.state) - listOrder.indexOf(b.state));
	const pages = Math.max(1, Math.ceil(listed.length / listedOnPage));
	const page = Math.min(pages, Math.max(1, options.page ?? 1));
	const most = options.band === '5-7' ? 5 : 12;
	const part = new Set(partToDraw(graph, states, most));
	const drawnPlaces = places.filter((place) => part.has(place.outcomeId));
	const ready = readyIn(graph, beliefs, suits(current, options.band));
	return {
		strandId,
		name: first.strandName ?? '',
		counts: countsOf(graph, states),
		...draw(drawnPlaces, graph.precedes, states),
		here: drawnPlaces.find(({ state }) => state === 'working-on')?.outcomeId ?? ready[0] ?? null,
		listed: listed.slice((page - 1) * listedOnPage, page * listedOnPage),
		total: places.length,
		page,
		pages
	};
}

const listOrder: readonly PlaceState[] = [
	'ready',
	'working-on',
	'nearly',
	'due-a-refresh',
	'secure',
	'unexplored'
];

export function toPlace(
	{ outcomeId, words }: Pick<OutcomeView, 'outcomeId' | 'words'>,
	states: ReadonlyMap<OutcomeId, PlaceState>,
	beliefs: BeliefMap
): PlaceView {
	const belief = beliefs.get(outcomeId);
	return {
		outcomeId,
		title: shortTitle(words),
		words,
		state: states.get(outcomeId) ?? 'unexplored',
		evidence: Math.round(belief?.evidence ?? 0),
		spread: spreadOf(belief)
	};
}

export const spreadOf = (belief: BeliefView | undefined): number =>
	belief && belief.evidence > 0 ? belief.high - belief.low : 1;

/** Where the places lie, by the engine, brought to hundredths of the drawing. */
function draw(
	places: readonly PlaceView[],
	precedes: readonly { readonly from: string; readonly to: string }[],
	states: ReadonlyMap<OutcomeId, PlaceState>
) {
	const label = { width: labelWidthFor(350, 2), height: 56 };
	const known = new Set<string>(places.map(({ outcomeId }) => outcomeId));
	const slice = {
		nodes: places.map(({ outcomeId }) => ({ id: outcomeId, label })),
		precedes: precedes.filter(({ from, to }) => known.has(from) && known.has(to))
	};
	const tall = layoutMap(slice, states, { flow: 'up', breadth: 350, contourBytes: 0 });
	const wide = layoutMap(slice, states, { flow: 'across', breadth: 560, contourBytes: 0 });
	const at = (drawing: typeof tall, id: string) => {
		const node = drawing.nodes.find((one) => one.id === id);
		return {
			x: hundredth(node?.x ?? 0, drawing.width),
			y: hundredth(node?.y ?? 0, drawing.height)
		};
	};
	return {
		drawn: places.map((place) => ({
			...place,
			...at(wide, place.outcomeId),
			tall: at(tall, place.outcomeId)
		})),
		// SAFETY: the engine gives back the ids it was given.
		paths: wide.edges.map(({ from, to }) => ({ from: from as OutcomeId, to: to as OutcomeId }))
	};
}

/** Kept off the edge, where a label would be cut. */
const hundredth = (value: number, of: number) =>
	Math.min(94, Math.max(6, Math.round((value / Math.max(1, of)) * 100)));
