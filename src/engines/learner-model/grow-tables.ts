import { logistic } from './adagrad.ts';
import { TABLE_FEATURES } from './feature-names.ts';
import type { Table } from './parameters.ts';
import { compileTable, lookUp } from './tables.ts';

/** What the trees are grown on: values the model had not been trained on. */
export interface TableRows {
	readonly count: number;
	/** count x TABLE_FEATURES.length. */
	readonly values: Float32Array;
	readonly correct: Uint8Array;
	/** Log-odds of each row without tables. */
	readonly logOdds: Float64Array;
}

/** Two splits on `second`, one on either side of a split on `first`; four leaves in log-odds. */
interface Tree {
	readonly first: number;
	readonly firstBin: number;
	readonly second: number;
	readonly lowBin: number;
	readonly highBin: number;
	readonly leaves: readonly [number, number, number, number];
}

const TREES = 50;
/** Shrinkage of each tree, and the ridge on its leaves (Friedman 2001; Chen, Guestrin 2016, eq. 5). */
const SHRINKAGE = 0.25;
const RIDGE = 20;
const BINS = 32;
/** Least curvature (about four times the answers at p = 1/2) on either side of a split. */
const LEAST = 20;
const WIDTH = TABLE_FEATURES.length;

interface Grower {
	readonly rows: TableRows;
	readonly cuts: readonly Float64Array[];
	/** The bin of each value, row by row. */
	readonly bins: Uint8Array;
	/** Where each value of a feature that differs between rows is summed in a histogram, row by row. */
	readonly places: Uint16Array;
	/** How many features differ between rows. */
	readonly varied: number;
	readonly score: Float64Array;
	readonly slope: Float64Array;
	readonly curve: Float64Array;
	/** Side of the first split each row is on. */
	readonly side: Uint8Array;
}

/** Gradient-boosted trees of depth two whose halves split on one feature, summed into pair tables. */
export function growTables(rows: TableRows): readonly Table[] {
	if (rows.count === 0) return [];
	const grower = createGrower(rows);
	const trees: Tree[] = [];
	for (let i = 0; i < TREES; i++) {
		const tree = growTree(grower);
		if (tree === undefined) break;
		trees.push(tree);
		addTree(grower, tree);
	}
	return sumTables(trees, grower.cuts);
}

function createGrower(rows: TableRows): Grower {
	const cuts = TABLE_FEATURES.map((_, feature) => cutsOf(rows, feature));
	const bins = binsOf(rows, cuts);
	const varied = [...cuts.keys()].filter((feature) => (cuts[feature]?.length ?? 0) > 0);
	return {
		rows,
		cuts,
		bins,
		places: placesOf(bins, varied),
		varied: varied.length,
		score: rows.logOdds.slice(),
		slope: new Float64Array(rows.count),
		curve: new Float64Array(rows.count),
		side: new Uint8Array(rows.count)
	};
}

/** At most BINS - 1 cut points at even quantiles of a sample. */
function cutsOf({ values, count }: TableRows, feature: number): Float64Array {
	const step = Math.max(1, Math.floor(count / 20_000));
	const sample = Float64Array.from(
		{ length: Math.ceil(count / step) },
		(_, i) => values[i * step * WIDTH + feature] ?? 0
	).sort();
	const cuts = new Set<number>();
	for (let i = 1; i < BINS; i++) cuts.add(sample[Math.floor((i * sample.length) / BINS)] ?? 0);
	return Float64Array.from(cuts).filter((cut) => cut < (sample.at(-1) ?? 0));
}

function binsOf({ values, count }: TableRows, cuts: readonly Float64Array[]): Uint8Array {
	const bins = new Uint8Array(count * WIDTH);
	cuts.forEach((own, feature) => {
		if (own.length === 0) return;
		for (let at = feature; at < bins.length; at += WIDTH) bins[at] = binOf(own, values[at] ?? 0);
	});
	return bins;
}

function placesOf(bins: Uint8Array, varied: readonly number[]): Uint16Array {
	const count = bins.length / WIDTH;
	const places = new Uint16Array(count * varied.length);
	varied.forEach((feature, nth) => {
		for (let row = 0; row < count; row++)
			places[row * varied.length + nth] = (feature * BINS + (bins[row * WIDTH + feature] ?? 0)) * 2;
	});
	return places;
}

/** `cellOf` by halving: there are many cuts. */
function binOf(cuts: Float64Array, value: number): number {
	let [low, high] = [0, cuts.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (value > (cuts[middle] ?? Infinity)) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Newton boosting: the best first split, then the second feature that helps both sides most. */
function growTree(grower: Grower): Tree | undefined {
	derive(grower);
	grower.side.fill(0);
	const whole = histogram(grower, 0);
	const root = bestFeature(grower, [whole]);
	const at = root?.splits[0];
	if (root === undefined || at === undefined) return undefined;
	const high = divide(grower, root.feature, at.bin);
	const halves = bestFeature(grower, halvesOf(grower, whole, high));
	const [below, above] = halves?.splits ?? [];
	if (halves === undefined || below === undefined || above === undefined) return undefined;
	const leaves = [below.left, below.right, above.left, above.right].map((leaf) => leaf * SHRINKAGE);
	return {
		first: root.feature,
		firstBin: at.bin,
		second: halves.feature,
		lowBin: below.bin,
		highBin: above.bin,
		leaves: [leaves[0] ?? 0, leaves[1] ?? 0, leaves[2] ?? 0, leaves[3] ?? 0]
	};
}

/** First and second derivative of the log-likelihood by the score of each row. */
function derive({ rows, score, slope, curve }: Grower): void {
	for (let row = 0; row < rows.count; row++) {
		const p = logistic(score[row] ?? 0);
		slope[row] = (rows.correct[row] ?? 0) - p;
		curve[row] = p * (1 - p);
	}
}

/** The histograms of both sides: the smaller one is summed, the other is what is left of the whole. */
function halvesOf(
	grower: Grower,
	whole: Float64Array,
	high: number
): readonly [Float64Array, Float64Array] {
	const smaller = high * 2 < grower.rows.count ? 1 : 0;
	const part = histogram(grower, smaller);
	const rest = whole.map((sum, at) => sum - (part[at] ?? 0));
	return smaller === 0 ? [part, rest] : [rest, part];
}

/** Sums of slope (even places) and curve (odd places) by feature and bin, for one side. */
function histogram(grower: Grower, wanted: number): Float64Array {
	const { rows, places, varied, slope, curve, side } = grower;
	const sums = new Float64Array(WIDTH * BINS * 2);
	for (let row = 0; row < rows.count; row++) {
		if (side[row] !== wanted) continue;
		const g = slope[row] ?? 0;
		const h = curve[row] ?? 0;
		const end = (row + 1) * varied;
		for (let i = row * varied; i < end; i++) {
			const at = places[i] ?? 0;
			sums[at] = (sums[at] ?? 0) + g;
			sums[at + 1] = (sums[at + 1] ?? 0) + h;
		}
	}
	return sums;
}

interface Split {
	readonly bin: number;
	readonly gain: number;
	readonly left: number;
	readonly right: number;
}

/** The feature whose best split of every histogram gains most together. */
function bestFeature({ cuts }: Grower, histograms: readonly Float64Array[]) {
	let best: { feature: number; splits: readonly Split[]; gain: number } | undefined;
	for (let feature = 0; feature < WIDTH; feature++) {
		const last = cuts[feature]?.length ?? 0;
		const splits = histograms.map((sums) => bestSplit(sums, feature, last));
		const gain = splits.reduce((sum, split) => sum + split.gain, 0);
		if (gain > (best?.gain ?? 1e-9)) best = { feature, splits, gain };
	}
	return best;
}

/** Best cut of one histogram (Chen, Guestrin 2016, eq. 7); no cut when none gains. */
function bestSplit(sums: Float64Array, feature: number, cutCount: number): Split {
	const start = feature * BINS * 2;
	let [g, h] = [0, 0];
	for (let bin = 0; bin < BINS; bin++) {
		g += sums[start + bin * 2] ?? 0;
		h += sums[start + bin * 2 + 1] ?? 0;
	}
	let best: Split = { bin: BINS, gain: 0, left: leaf(g, h), right: leaf(g, h) };
	let [gl, hl] = [0, 0];
	for (let bin = 0; bin < cutCount; bin++) {
		gl += sums[start + bin * 2] ?? 0;
		hl += sums[start + bin * 2 + 1] ?? 0;
		if (hl < LEAST || h - hl < LEAST) continue;
		const gain = worth(gl, hl) + worth(g - gl, h - hl) - worth(g, h);
		if (gain > best.gain) best = { bin, gain, left: leaf(gl, hl), right: leaf(g - gl, h - hl) };
	}
	return best;
}

const worth = (g: number, h: number) => (g * g) / (h + RIDGE);
const leaf = (g: number, h: number) => g / (h + RIDGE);

/** Marks the rows above the split; says how many they are. */
function divide({ rows, bins, side }: Grower, feature: number, bin: number): number {
	let high = 0;
	for (let row = 0; row < rows.count; row++) {
		const above = (bins[row * WIDTH + feature] ?? 0) > bin ? 1 : 0;
		side[row] = above;
		high += above;
	}
	return high;
}

function leafAt(tree: Tree, firstBin: number, secondBin: number): number {
	if (firstBin <= tree.firstBin) return tree.leaves[secondBin > tree.lowBin ? 1 : 0];
	return tree.leaves[secondBin > tree.highBin ? 3 : 2];
}

function addTree({ rows, bins, score }: Grower, tree: Tree): void {
	for (let row = 0; row < rows.count; row++) {
		const first = bins[row * WIDTH + tree.first] ?? 0;
		const second = bins[row * WIDTH + tree.second] ?? 0;
		score[row] = (score[row] ?? 0) + leafAt(tree, first, second);
	}
}

/** Adds up the trees over the same two features on the grid of just the cuts they use. */
function sumTables(trees: readonly Tree[], cuts: readonly Float64Array[]): readonly Table[] {
	const pairs = Map.groupBy(trees, ({ first, second }) => first * WIDTH + second);
	return [...pairs.values()].map((group) => sumPair(group, cuts));
}

function sumPair(group: readonly Tree[], cuts: readonly Float64Array[]): Table {
	const { first = 0, second = 0 } = group[0] ?? {};
	const firstBins = used(group.map((tree) => tree.firstBin));
	const secondBins = used(group.flatMap((tree) => [tree.lowBin, tree.highBin]));
	const cell = (row: number, column: number) =>
		group.reduce((sum, tree) => sum + leafAt(tree, row, column), 0);
	const rows = [...firstBins, BINS];
	const columns = [...secondBins, BINS];
	const cutAt = (feature: number, bin: number) => cuts[feature]?.[bin] ?? 0;
	return {
		first,
		second,
		firstCuts: firstBins.map((bin) => cutAt(first, bin)),
		secondCuts: secondBins.map((bin) => cutAt(second, bin)),
		values: rows.flatMap((row) => columns.map((column) => cell(row, column)))
	};
}

/** The bins that are real cuts, rising; a cell is named by the bin at its upper end. */
const used = (bins: readonly number[]) =>
	[...new Set(bins)].filter((bin) => bin < BINS).toSorted((a, b) => a - b);

/** Log-odds of each row with the tables added. */
export function tableSums(tables: readonly Table[], { count, values, logOdds }: TableRows) {
	const compiled = tables.map(compileTable);
	const sums = logOdds.slice();
	const row = new Float64Array(WIDTH);
	for (let at = 0; at < count; at++) {
		for (let i = 0; i < WIDTH; i++) row[i] = values[at * WIDTH + i] ?? 0;
		for (const table of compiled) sums[at] = (sums[at] ?? 0) + lookUp(table, row);
	}
	return sums;
}
