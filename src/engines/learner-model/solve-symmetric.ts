/**
 * Solves A x = b for a symmetric positive definite A (row by row) by Cholesky's method; a direction
 * in which A is flat is left at zero.
 */
export function solveSymmetric(matrix: Float64Array, right: Float64Array): Float64Array {
	const lower = cholesky(matrix, right.length);
	return backward(lower, forward(lower, right));
}

const FLAT = 1e-12;

/** L with L L^T = A; a flat direction gets an infinite pivot, so that its unknown becomes zero. */
function cholesky(a: Float64Array, n: number): Float64Array {
	const l = new Float64Array(n * n);
	for (let i = 0; i < n; i++)
		for (let j = 0; j <= i; j++) {
			let sum = a[i * n + j] ?? 0;
			for (let k = 0; k < j; k++) sum -= (l[i * n + k] ?? 0) * (l[j * n + k] ?? 0);
			if (i === j) l[i * n + i] = sum > FLAT ? Math.sqrt(sum) : Infinity;
			else l[i * n + j] = sum / (l[j * n + j] ?? Infinity);
		}
	return l;
}

function forward(l: Float64Array, b: Float64Array): Float64Array {
	const n = b.length;
	const x = new Float64Array(n);
	for (let i = 0; i < n; i++) {
		let sum = b[i] ?? 0;
		for (let k = 0; k < i; k++) sum -= (l[i * n + k] ?? 0) * (x[k] ?? 0);
		x[i] = sum / (l[i * n + i] ?? Infinity);
	}
	return x;
}

function backward(l: Float64Array, b: Float64Array): Float64Array {
	const n = b.length;
	const x = new Float64Array(n);
	for (let i = n - 1; i >= 0; i--) {
		let sum = b[i] ?? 0;
		for (let k = i + 1; k < n; k++) sum -= (l[k * n + i] ?? 0) * (x[k] ?? 0);
		x[i] = sum / (l[i * n + i] ?? Infinity);
	}
	return x;
}
