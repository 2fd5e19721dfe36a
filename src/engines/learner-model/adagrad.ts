/** Weights with their own step sizes. */
export interface Learned {
	readonly weights: Float64Array;
	/** Sum of squared gradients of each weight, starting at 1. */
	readonly squares: Float64Array;
}

/** `size` weights that start at `weights`, or at zero. */
export function createLearned(size: number, weights?: ArrayLike<number>): Learned {
	const learned = { weights: new Float64Array(size), squares: new Float64Array(size).fill(1) };
	if (weights !== undefined) learned.weights.set(weights);
	return learned;
}

/**
 * One ascent step of AdaGrad (Duchi, Hazan, Singer 2011) on a log-likelihood with an L2 pull to zero:
 * w += rate g / sqrt(sum g^2), where g = gradient - pull w.
 */
export function ascend(
	{ weights, squares }: Learned,
	at: number,
	gradient: number,
	rate: number,
	pull: number
): void {
	const weight = weights[at] ?? 0;
	const g = gradient - pull * weight;
	const square = (squares[at] ?? 1) + g * g;
	squares[at] = square;
	weights[at] = weight + (rate * g) / Math.sqrt(square);
}

/** Logistic function without checks, for training loops. */
export const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** L2 pull of each answer on a weight that `counts` answers share: precision / count, at most 1. */
export const pullsOf = (precision: number, counts: Float64Array) =>
	counts.map((count) => Math.min(1, precision / Math.max(1, count)));
