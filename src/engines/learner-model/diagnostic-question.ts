import type { Columns } from './diagnostic-columns.ts';
import { TAIL } from './diagnostic-levels.ts';
import { RULERS } from './diagnostic-sample.ts';

/** A question worth asking. */
export interface Choice {
	readonly node: number;
	/** Expected fall of the summed variance of all outcomes. */
	readonly gain: number;
}

/** Success chance a child can bear; a question far from it must tell that much more. */
const BEARABLE = 0.65;
const HARDSHIP = 0.5;
const CANDIDATES = 16;

/** The outcome whose answer is expected to tell most about all of them, leaning to bearable ones. */
export function chooseQuestion(
	columns: Columns,
	skip: ReadonlySet<number>,
	rates: { readonly slip: number; readonly guess: number }
): Choice | undefined {
	let best: (Choice & { readonly worth: number }) | undefined;
	for (const node of candidates(columns, skip)) {
		const gain = expectedGain(columns, node, rates);
		const worth = gain * softness(columns.marginals[node] ?? 0);
		if (worth > (best?.worth ?? 0)) best = { node, gain, worth };
	}
	return best;
}

/** The outcomes nearest to undecided, the nearest first; of equals, the earlier. */
function candidates({ marginals, nodes }: Columns, skip: ReadonlySet<number>): readonly number[] {
	const nearest: number[] = [];
	let farthest = Infinity;
	for (let node = 0; node < nodes; node++) {
		const own = distance(marginals[node]);
		if (own >= farthest || skip.has(node)) continue;
		const place = nearest.findLastIndex((other) => distance(marginals[other]) <= own) + 1;
		nearest.splice(place, 0, node);
		if (nearest.length > CANDIDATES) nearest.pop();
		if (nearest.length === CANDIDATES) farthest = distance(marginals[nearest.at(-1) ?? 0]);
	}
	return nearest;
}

const distance = (p = 0) => Math.abs(p - 0.55);
const softness = (p: number) => 1 - HARDSHIP * Math.abs(p - BEARABLE);

/** Linear expected fall of variance: (1 - slip - guess)^2 sum_i cov(q, i)^2 / var(answer to q). */
function expectedGain(
	columns: Columns,
	node: number,
	{ slip, guess }: { readonly slip: number; readonly guess: number }
): number {
	const p = columns.marginals[node] ?? 0;
	const right = p * (1 - slip) + (1 - p) * guess;
	const variance = right * (1 - right);
	if (!(variance > 0)) return 0;
	return ((1 - slip - guess) ** 2 * squaredCovariances(columns, node, p)) / variance;
}

/** Every how manyth ruler is read for what outcomes have in common: a hot loop. */
const EVERY = 2;
/** Outcomes read at most: of more, every second or third in the order of the graph speaks for its neighbours. */
const READ = 500;

/** On one ruler two outcomes are both known from the later one's step on (as in `addTails`). */
function squaredCovariances(columns: Columns, node: number, p: number): number {
	const { marginals, nodes } = columns;
	const stride = Math.ceil(nodes / READ);
	const both = new Float64Array(Math.ceil(nodes / stride));
	for (let ruler = 0; ruler < RULERS; ruler += EVERY) addBoth(columns, ruler, node, stride, both);
	let sum = 0;
	for (let at = 0; at < both.length; at++) {
		const shared = ((both[at] ?? 0) * EVERY) / RULERS;
		sum += (shared - p * (marginals[at * stride] ?? 0)) ** 2;
	}
	return sum * stride;
}

function addBoth(
	{ steps, tails, nodes }: Columns,
	ruler: number,
	node: number,
	stride: number,
	both: Float64Array
): void {
	const first = ruler * nodes;
	const least = steps[first + node] ?? 0;
	const tail = ruler * TAIL + least;
	for (let at = 0, other = first; at < both.length; at++, other += stride) {
		const above = (steps[other] ?? 0) - least;
		both[at] = (both[at] ?? 0) + (tails[tail + (above & ~(above >> 31))] ?? 0);
	}
}
