/** Sum of the values, compensated (Neumaier 1974), so that order hardly matters. */
export function sum(values: readonly number[]): number {
	let [total, lost] = [0, 0];
	for (const value of values) {
		const next = total + value;
		lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
		total = next;
	}
	return total + lost;
}

/** Arithmetic mean; 0 for no values. */
export const mean = (values: readonly number[]) =>
	values.length === 0 ? 0 : sum(values) / values.length;

/** Unbiased sample variance; 0 for fewer than two values. */
export function variance(values: readonly number[]): number {
	if (values.length < 2) return 0;
	const middle = mean(values);
	return sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1);
}

/** Quantile by linear interpolation (Hyndman & Fan 1996, type 7); `share` in [0, 1]; 0 for no values. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	const at = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
	const low = sorted[Math.floor(at)] ?? 0;
	return low + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] ?? low) - low);
}
