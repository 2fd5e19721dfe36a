import { fringe, type PrerequisiteGraph } from '#engines/pathways/index.ts';
import type { SkillState } from '#engines/learner-model/index.ts';
import type { AgeBand } from '../../platform/access/index.ts';
import type { OutcomeId } from '../../platform/ids.ts';
import type { StrandId } from '../curriculum/index.ts';
import { toPathwayBeliefs, type BeliefMap } from './belief-view.ts';
import type { CommunityModel } from './community-model.ts';

/** A state as the map shows it; `ready` is derived: what helps is there, and it is not begun. */
export type PlaceState = SkillState | 'ready';

/** Ages a band looks at: its own, and a year to either side. */
const agesOf: Readonly<Record<AgeBand, readonly [from: number, to: number]>> = {
	'5-7': [4, 8],
	'8-11': [7, 12],
	'12-18': [11, 19]
};

/** Whether an outcome is meant for about this age; one that says nothing is for everyone. */
export function suitsBand(
	{ ageFrom, ageTo }: { readonly ageFrom: number | null; readonly ageTo: number | null },
	band: AgeBand
): boolean {
	const [from, to] = agesOf[band];
	return (ageFrom ?? from) <= to && (ageTo ?? to) >= from;
}

/** The most places of a strand that stand out as ready: a choice, not a flood. */
const mostReady = 5;

/** The graph of one strand as the engine takes it. */
export function strandGraph(
	{ graph, outcomes }: Pick<CommunityModel, 'graph' | 'outcomes'>,
	strandId: StrandId
): PrerequisiteGraph {
	const inside = (id: OutcomeId) => outcomes.get(id)?.strandId === strandId;
	return {
		outcomes: graph.ids.filter(inside).map((id) => ({ id, strandId })),
		precedes: graph.precedes
			.filter(([from, to]) => inside(from) && inside(to))
			.map(([from, to]) => ({ from, to }))
	};
}

/** The states of a strand's outcomes, with what is ready for this age marked; unexplored ones are not listed. */
export function statesIn(
	graph: PrerequisiteGraph,
	beliefs: BeliefMap,
	suits: (id: OutcomeId) => boolean
): ReadonlyMap<OutcomeId, PlaceState> {
	const inside = new Set(graph.outcomes.map(({ id }) => id));
	const states = new Map<OutcomeId, PlaceState>();
	for (const [id, { state }] of beliefs)
		if (inside.has(id) && state !== 'unexplored') states.set(id, state);
	const ready = readyIn(graph, beliefs, suits).filter((id) => !states.has(id));
	for (const id of ready.slice(0, mostReady)) states.set(id, 'ready');
	return states;
}

/** The fringe of a strand for this age, the engine's order: what is begun, then the readiest. */
export function readyIn(
	graph: PrerequisiteGraph,
	beliefs: BeliefMap,
	suits: (id: OutcomeId) => boolean
): readonly OutcomeId[] {
	// SAFETY: the graph holds ids of this community's outcomes; the engine gives back what it was given.
	const ids = fringe(graph, toPathwayBeliefs(beliefs)).map((one) => one.outcomeId as OutcomeId);
	const suited = ids.filter(suits);
	return suited.length > 0 ? suited : ids;
}

/** What a strand is drawn from first: what is going on now, then what is there. */
const drawnFirst: readonly PlaceState[] = [
	'ready',
	'working-on',
	'nearly',
	'due-a-refresh',
	'secure',
	'unexplored'
];

/**
 * The part of a strand that fits on one drawing: what is going on now and what touches it, in teaching order. A strand
 * that fits whole is whole.
 */
export function partToDraw(
	{ outcomes, precedes }: PrerequisiteGraph,
	states: ReadonlyMap<OutcomeId, PlaceState>,
	most = 15
): readonly OutcomeId[] {
	// SAFETY: see `readyIn`.
	const ids = outcomes.map(({ id }) => id as OutcomeId);
	if (ids.length <= most) return ids;
	const rank = (id: OutcomeId) => drawnFirst.indexOf(states.get(id) ?? 'unexplored');
	const core = ids.filter((id) => rank(id) < 4);
	const near = new Set<string>();
	const inCore = new Set<string>(core.slice(0, most));
	for (const { from, to } of precedes) {
		if (inCore.has(from)) near.add(to);
		if (inCore.has(to)) near.add(from);
	}
	const weight = (id: OutcomeId) => rank(id) - (near.has(id) ? 2.5 : 0);
	const chosen = new Set(ids.toSorted((a, b) => weight(a) - weight(b)).slice(0, most));
	return ids.filter((id) => chosen.has(id));
}

/** "I can compare two ratios." as a name on the map: "Compare two ratios", cut at a word where it is long. */
export function shortTitle(words: string, most = 32): string {
	const bare = words
		.trim()
		.replace(/^(I can|I am able to|Ka taea e au( te)?|E taea ana e au( te)?)\s+/iu, '')
		.replace(/[.!]$/u, '');
	const title = bare.charAt(0).toLocaleUpperCase() + bare.slice(1);
	if (title.length <= most) return title;
	const cut = title.slice(0, most);
	const whole = cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2));
	return `${whole.replace(/[\s,;:]+$/u, '')}…`;
}
