/**
 * Weights pulled to where they were before, in rows of `width` that share a step size (row-wise AdaGrad);
 * a row of one has a step size of its own.
 */
export interface Learned {
	readonly width: number;
	readonly weights: Float64Array;
	readonly centres: Float64Array;
	/** One a row: mean sum of squared gradients, starting at 1 + told. */
	readonly squares: Float64Array;
	/** One a row: how hard each answer pulls to the centres. */
	readonly pulls: Float64Array;
	/** One a row: what answers learnt from before said of its weights (Fisher's information, mean, one pass). */
	readonly told: Float64Array;
}

/** What is known of weights before the answers to learn from. */
export interface Known {
	readonly width?: number | undefined;
	readonly weights: ArrayLike<number>;
	/** Data behind each row; 0 = none, so that only the prior pulls, and pulls to zero. */
	readonly told: ArrayLike<number>;
	/** Precision (1 / variance) of the prior around zero. */
	readonly precision: number;
	/** How many of the answers to learn from touch the row. */
	readonly touches: (row: number) => number;
}

/**
 * Weights ready to be learnt. What was learnt before is a normal prior around the weights so far, as
 * strong as the information behind them (online Laplace; Kirkpatrick et al. 2017); spread over the
 * answers that touch a weight, so that all of them together pull once.
 */
export function createLearned({ width = 1, weights, told, precision, touches }: Known): Learned {
	const rows = weights.length / width;
	const known = (row: number) => told[row] ?? 0;
	const each = (of: (row: number) => number) =>
		Float64Array.from({ length: rows }, (_, row) => of(row));
	return {
		width,
		weights: Float64Array.from(weights),
		centres: Float64Array.from(weights, (weight, at) =>
			known(Math.floor(at / width)) > 0 ? weight : 0
		),
		squares: each((row) => 1 + known(row)),
		pulls: each((row) => (precision + known(row)) / Math.max(1, touches(row))),
		told: each(known)
	};
}

/** What is known of each row once `before` (the squares as they were before the last pass) is at hand. */
export const toldAfter = ({ squares, told }: Learned, before: Float64Array): number[] =>
	Array.from(told, (known, row) => brief(known + (squares[row] ?? 0) - (before[row] ?? 0)));

/** Four digits say enough of how much is known, and are shorter to keep. */
const brief = (value: number) => Number(value.toPrecision(4));

/**
 * One ascent step of AdaGrad (Duchi, Hazan, Singer 2011) on a log-likelihood with a pull to the centre:
 * w += rate g / (sqrt(sum g^2) + rate pull), where g = gradient - pull (w - centre). The pull in the
 * divisor makes the step implicit in it, so that no pull is too strong (Kulis, Bartlett 2010).
 */
export function ascend(
	{ weights, squares, centres, pulls }: Learned,
	at: number,
	gradient: number,
	rate: number
): void {
	const weight = weights[at] ?? 0;
	const pull = pulls[at] ?? 0;
	const g = gradient - pull * (weight - (centres[at] ?? 0));
	const square = (squares[at] ?? 1) + g * g;
	squares[at] = square;
	weights[at] = weight + (rate * g) / (Math.sqrt(square) + rate * pull);
}

/** What the gradients of some weights are made of: `factor` x the numbers of `of` from `from` on. */
export interface Scaled<Numbers> {
	of: Numbers;
	from: number;
	factor: number;
}

/**
 * `ascend` for weights one after the other from `start` on, one for each of `places`: the places of what their
 * gradients are made of. A hot loop of training: the step is written out, and what has no gradient is passed over.
 */
export function ascendEach(
	{ weights, squares, centres, pulls }: Learned,
	start: number,
	places: Uint8Array,
	{ of, from, factor }: Scaled<Float32Array>,
	rate: number
): void {
	for (let i = 0; i < places.length; i++) {
		const at = start + i;
		const weight = weights[at] ?? 0;
		const pull = pulls[at] ?? 0;
		const g = factor * (of[from + (places[i] ?? 0)] ?? 0) - pull * (weight - (centres[at] ?? 0));
		if (g === 0) continue;
		const square = (squares[at] ?? 1) + g * g;
		squares[at] = square;
		weights[at] = weight + (rate * g) / (Math.sqrt(square) + rate * pull);
	}
}

/** How many numbers share a step size in the rows that `ascendRows` learns. */
export const ROW = 4;

/**
 * `ascend` for `count` rows of four one after the other, the numbers of each sharing a step size. The hottest loop of
 * training: written out number by number, it takes a fifth less time than with a loop inside.
 */
export function ascendRows(
	{ weights, squares, centres, pulls }: Learned,
	first: number,
	count: number,
	{ of, from, factor }: Scaled<Float64Array>,
	rate: number
): void {
	for (let row = first; row < first + count; row++) {
		const at = row * ROW;
		const by = from + (row - first) * ROW;
		const pull = pulls[row] ?? 0;
		const [w0, w1] = [weights[at] ?? 0, weights[at + 1] ?? 0];
		const [w2, w3] = [weights[at + 2] ?? 0, weights[at + 3] ?? 0];
		const g0 = factor * (of[by] ?? 0) - pull * (w0 - (centres[at] ?? 0));
		const g1 = factor * (of[by + 1] ?? 0) - pull * (w1 - (centres[at + 1] ?? 0));
		const g2 = factor * (of[by + 2] ?? 0) - pull * (w2 - (centres[at + 2] ?? 0));
		const g3 = factor * (of[by + 3] ?? 0) - pull * (w3 - (centres[at + 3] ?? 0));
		const square = (squares[row] ?? 1) + (g0 * g0 + g1 * g1 + g2 * g2 + g3 * g3) / ROW;
		squares[row] = square;
		const step = rate / (Math.sqrt(square) + rate * pull);
		weights[at] = w0 + step * g0;
		weights[at + 1] = w1 + step * g1;
		weights[at + 2] = w2 + step * g2;
		weights[at + 3] = w3 + step * g3;
	}
}

/** Logistic function without checks, for training loops. */
export const logistic = (x: number) => 1 / (1 + Math.exp(-x));
