import type { MapStates } from '../map/map-drawing.ts';
import type { OutcomeId } from '../units.ts';
import { type PrerequisiteGraph, indexGraph } from './prerequisite-graph.ts';

/** Places around the one a young learner is at. */
export interface PlacesAround {
	readonly here: OutcomeId;
	/** Five at most, in teaching order: what came before, and what may come next. */
	readonly places: readonly { readonly id: OutcomeId; readonly role: 'before' | 'next' }[];
}

const mostPlaces = 5;
const mostNext = 3;

/** What is shown first on either side of "here". */
const nextFirst = ['ready', 'working-on', 'nearly', 'due-a-refresh', 'unexplored', 'secure'];
const beforeFirst = ['due-a-refresh', 'nearly', 'working-on', 'secure', 'ready', 'unexplored'];

/**
 * For the youngest: the current place and at most five around it, what is ready before the rest. Up to
 * three come next; what came before fills up, and what comes next where there is less of that.
 */
export function placesAround(
	graph: PrerequisiteGraph,
	states: MapStates,
	here: OutcomeId
): PlacesAround {
	const index = indexGraph(graph);
	const by = (order: readonly string[]) => (a: OutcomeId, b: OutcomeId) =>
		order.indexOf(states.get(a) ?? 'unexplored') - order.indexOf(states.get(b) ?? 'unexplored');
	const next = index.after(here).toSorted(by(nextFirst));
	const before = index.before(here).toSorted(by(beforeFirst));
	const nextCount = Math.max(mostNext, mostPlaces - before.length);
	const chosenNext = next.slice(0, nextCount);
	const chosenBefore = before.slice(0, mostPlaces - chosenNext.length);
	const place = (role: 'before' | 'next') => (id: OutcomeId) => ({ id, role });
	const position = (id: OutcomeId) => index.position.get(id) ?? 0;
	return {
		here,
		places: [...chosenBefore.map(place('before')), ...chosenNext.map(place('next'))].sort(
			(a, b) => position(a.id) - position(b.id)
		)
	};
}
