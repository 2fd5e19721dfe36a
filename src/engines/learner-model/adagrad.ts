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

/** `ascend` for weights one after the other, each a row of its own. A hot loop of training. */
export function ascendEach(
	{ weights, squares, centres, pulls }: Learned,
	start: number,
	gradients: Float64Array,
	count: number,
	rate: number
): void {
	for (let i = 0; i < count; i++) {
		const at = start + i;
		const weight = weights[at] ?? 0;
		const pull = pulls[at] ?? 0;
		const g = (gradients[i] ?? 0) - pull * (weight - (centres[at] ?? 0));
		if (g === 0) continue;
		const square = (squares[at] ?? 1) + g * g;
		squares[at] = square;
		weights[at] = weight + (rate * g) / (Math.sqrt(square) + rate * pull);
	}
}

/** `ascendEach` for weights at given places, `gradients` in the order of the places. A hot loop of training. */
export function ascendAt(
	{ weights, squares, centres, pulls }: Learned,
	places: Uint8Array,
	gradients: Float64Array,
	rate: number
): void {
	for (let i = 0; i < places.length; i++) {
		const at = places[i] ?? 0;
		const weight = weights[at] ?? 0;
		const pull = pulls[at] ?? 0;
		const g = (gradients[i] ?? 0) - pull * (weight - (centres[at] ?? 0));
		if (g === 0) continue;
		const square = (squares[at] ?? 1) + g * g;
		squares[at] = square;
		weights[at] = weight + (rate * g) / (Math.sqrt(square) + rate * pull);
	}
}

/** What the gradient of some rows is made of: `factor` x the numbers of `of` from `from` on. */
export interface Scaled {
	of: Float64Array;
	from: number;
	factor: number;
}

/** `ascend` for `count` rows one after the other, the weights of each sharing a step size. The hottest loop of training. */
export function ascendRows(
	{ weights, squares, centres, pulls, width }: Learned,
	first: number,
	count: number,
	{ of, from, factor }: Scaled,
	rate: number
): void {
	for (let place = 0; place < count; place++) {
		const start = (first + place) * width;
		const shift = from + place * width - start;
		const end = start + width;
		const pull = pulls[first + place] ?? 0;
		let sum = 0;
		for (let at = start; at < end; at++) {
			const g = factor * (of[at + shift] ?? 0) - pull * ((weights[at] ?? 0) - (centres[at] ?? 0));
			sum += g * g;
		}
		const square = (squares[first + place] ?? 1) + sum / width;
		squares[first + place] = square;
		const step = rate / (Math.sqrt(square) + rate * pull);
		for (let at = start; at < end; at++) {
			const weight = weights[at] ?? 0;
			const g = factor * (of[at + shift] ?? 0) - pull * (weight - (centres[at] ?? 0));
			weights[at] = weight + step * g;
		}
	}
}

/** Logistic function without checks, for training loops. */
export const logistic = (x: number) => 1 / (1 + Math.exp(-x));
