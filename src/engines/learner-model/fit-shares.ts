import { logistic } from './adagrad.ts';
import { AT } from './feature-names.ts';
import type { Parameters } from './parameters.ts';
import { solveSymmetric } from './solve-symmetric.ts';
import { PART, PARTS } from './terms.ts';

/** How far to trust each part of the sum, and what to add to it. */
export interface Shares {
	/** One a part, in [0, 1.5]. */
	readonly ofPart: Float64Array;
	readonly shift: number;
}

/** At most; it ends when nothing moves any more. */
const STEPS = 12;
const STILL = 1e-10;
/** Pull of every share to 1, in answers' worth of curvature. */
const RIDGE = 20;
const HIGHEST = 1.5;

/**
 * Shrinks each part of the sum to what it was worth on learners it was not trained on: logistic
 * regression on the parts by Newton's method (stacking, Breiman 1996). A part that only remembered
 * its training answers, such as the weights of rarely asked items, gets a small share.
 */
export function fitShares(parts: Float64Array, correct: Uint8Array): Shares {
	const shares = new Float64Array(PARTS + 1).fill(1);
	shares[PARTS] = 0;
	for (let step = 0; step < STEPS; step++) {
		const { gradient, curvature } = derivatives(parts, correct, shares);
		const before = shares.slice();
		const move = solveSymmetric(curvature, gradient);
		for (let i = 0; i <= PARTS; i++) shares[i] = (shares[i] ?? 0) + (move[i] ?? 0);
		for (let i = 0; i < PARTS; i++) shares[i] = Math.max(0, Math.min(HIGHEST, shares[i] ?? 0));
		if (shares.every((share, i) => Math.abs(share - (before[i] ?? 0)) < STILL)) break;
	}
	return { ofPart: shares.subarray(0, PARTS), shift: shares[PARTS] ?? 0 };
}

function derivatives(parts: Float64Array, correct: Uint8Array, shares: Float64Array) {
	const size = PARTS + 1;
	const gradient = shares.map((share, i) => RIDGE * ((i < PARTS ? 1 : 0) - share));
	const curvature = new Float64Array(size * size);
	for (let i = 0; i < size; i++) curvature[i * size + i] = RIDGE;
	const x = new Float64Array(size).fill(1);
	for (let row = 0; row < correct.length; row++) {
		for (let i = 0; i < PARTS; i++) x[i] = parts[row * PARTS + i] ?? 0;
		const p = logistic(dot(x, shares));
		addOuter(curvature, x, p * (1 - p));
		for (let i = 0; i < size; i++)
			gradient[i] = (gradient[i] ?? 0) + ((correct[row] ?? 0) - p) * (x[i] ?? 0);
	}
	mirror(curvature, size);
	return { gradient, curvature };
}

function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
	return sum;
}

/** The lower half alone: the matrix is symmetric. */
function addOuter(matrix: Float64Array, x: Float64Array, weight: number): void {
	const size = x.length;
	for (let i = 0; i < size; i++) {
		const scaled = weight * (x[i] ?? 0);
		for (let j = 0; j <= i; j++)
			matrix[i * size + j] = (matrix[i * size + j] ?? 0) + scaled * (x[j] ?? 0);
	}
}

function mirror(matrix: Float64Array, size: number): void {
	for (let i = 0; i < size; i++)
		for (let j = 0; j < i; j++) matrix[j * size + i] = matrix[i * size + j] ?? 0;
}

/** Parameters whose every part counts for its share. */
export function scaleParts(parameters: Parameters, { ofPart, shift }: Shares): Parameters {
	const share = (part: number) => ofPart[part] ?? 1;
	const times = (values: readonly number[], part: number) => values.map((v) => v * share(part));
	const { memory, sequence, skills } = parameters;
	const split = skills.length * memory.spans.length * memory.size;
	const reads = memory.reads.map(
		(value, at) => value * share(at < split ? PART.skillRelated : PART.itemRelated)
	);
	const weights = times(parameters.weights, PART.shared);
	weights[AT.item] = (parameters.weights[AT.item] ?? 0) * share(PART.item);
	weights[AT.one] = (weights[AT.one] ?? 0) + shift;
	return {
		...parameters,
		weights,
		skillWeights: times(parameters.skillWeights, PART.skillWeights),
		itemWeights: times(parameters.itemWeights, PART.itemWeights),
		memory: { ...memory, reads },
		sequence: {
			...sequence,
			itemValues: times(sequence.itemValues, PART.itemPair),
			skillValues: times(sequence.skillValues, PART.skillPair)
		}
	};
}
