import type { Places, View } from './diagnostic-sample.ts';
import type { IndexedGraph } from './graph.ts';

/** How far off a given place may be. */
const GIVEN_SPREAD = 0.1;
/** What is added to the spread of a place read off the graph. */
const LEAST_SPREAD = 0.03;
const DEPTH_SPREAD = 0.08;

/**
 * How likely each reading of the graph is at first. Mostly an outcome is learnt soon after what comes before it; the
 * other two readings stay in play for learners who came another way (docs/reference/learner-model.md).
 */
const SHARES = { depth: 0.7, rank: 0.15, height: 0.15 } as const;

/**
 * Ways of reading where outcomes stand. Places that are given (the age at which they are usually
 * learnt) are one; for the others the graph can be read in three: by rank, by depth, by height.
 */
export function viewsOf(
	graph: IndexedGraph,
	given: Readonly<Record<string, number>> = {}
): readonly View[] {
	const isGiven = (id: string) => within(given[id]);
	const views: readonly View[] = graph.ids.every(isGiven)
		? [{ ...byRank(graph), share: 1 }]
		: [
				{ ...byRank(graph), share: SHARES.rank },
				{ ...byDepth(graph), share: SHARES.depth },
				{ ...byHeight(graph), share: SHARES.height }
			];
	return views.map(({ place, spread, share: likely }) => ({
		share: likely,
		place: place.map((read, node) =>
			isGiven(graph.ids[node] ?? '') ? (given[graph.ids[node] ?? ''] ?? read) : read
		),
		spread: spread.map((read, node) => (isGiven(graph.ids[node] ?? '') ? GIVEN_SPREAD : read))
	}));
}

const within = (place: number | undefined) => place !== undefined && place >= 0 && place <= 1;

/**
 * Over all orders that the graph allows, an outcome with a ancestors and d descendants stands at about
 * (a + 1) / (a + d + 2), spread like Beta(a + 1, d + 1) (Bruggemann et al. 2004).
 */
function byRank(graph: IndexedGraph): Places {
	const earlier = countReach(graph.order, graph.before);
	const later = countReach(graph.order.toReversed(), graph.after);
	const pair = (node: number) => [(earlier[node] ?? 0) + 1, (later[node] ?? 0) + 1] as const;
	return {
		place: Float64Array.from(graph.ids, (_, node) => share(...pair(node))),
		spread: Float64Array.from(graph.ids, (_, node) => LEAST_SPREAD + betaDeviation(...pair(node)))
	};
}

const share = (a: number, b: number) => a / (a + b);
const betaDeviation = (a: number, b: number) => Math.sqrt((a * b) / ((a + b) ** 2 * (a + b + 1)));

/** Learnt as soon as the prerequisites allow: the longest road to it, as a share of the longest of all. */
const byDepth = ({ order, before }: IndexedGraph): Places =>
	levelled(longest(order, before), (x) => x);

/** Learnt as late as its successors allow: the longest road from it, counted from the end. */
const byHeight = ({ order, after }: IndexedGraph): Places =>
	levelled(longest(order.toReversed(), after), (x) => 1 - x);

function levelled(steps: readonly number[], turn: (share: number) => number): Places {
	const most = steps.reduce((a, b) => Math.max(a, b), 1);
	return {
		place: Float64Array.from(steps, (step) => turn(step / most)),
		spread: new Float64Array(steps.length).fill(DEPTH_SPREAD)
	};
}

function longest(order: readonly number[], before: readonly (readonly number[])[]): number[] {
	const steps = before.map(() => 0);
	for (const node of order)
		for (const prior of before[node] ?? [])
			steps[node] = Math.max(steps[node] ?? 0, (steps[prior] ?? 0) + 1);
	return steps;
}

/** How many others each node can be reached from, by sets of bits passed along the order. */
function countReach(order: readonly number[], before: readonly (readonly number[])[]): number[] {
	const words = Math.ceil(order.length / 32);
	const sets = order.map(() => new Uint32Array(words));
	const counts = order.map(() => 0);
	for (const node of order) {
		const set = sets[node] ?? new Uint32Array(words);
		for (const prior of before[node] ?? []) addReach(set, sets[prior], prior);
		counts[node] = set.reduce((sum, word) => sum + bitCount(word), 0);
	}
	return counts;
}

function addReach(set: Uint32Array, from: Uint32Array = new Uint32Array(), prior: number): void {
	set[prior >> 5] = (set[prior >> 5] ?? 0) | (1 << (prior & 31));
	for (let word = 0; word < set.length; word++) set[word] = (set[word] ?? 0) | (from[word] ?? 0);
}

/** Number of set bits of a 32-bit word (Warren, Hacker's Delight, 5-1). */
export function bitCount(word: number): number {
	let x = word - ((word >>> 1) & 0x55555555);
	x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
	return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
