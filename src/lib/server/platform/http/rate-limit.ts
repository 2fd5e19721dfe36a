interface Limit {
	/** So many in each window. */
	readonly most: number;
	readonly windowMs: number;
}

/** Who is counted at most; beyond that the count begins anew, so that nobody can fill the memory. */
const mostKeys = 10_000;

/** Counts by key in fixed windows, in this process alone: for what is cheap to refuse and hopeless to guess. */
export function createRateLimit({ most, windowMs }: Limit) {
	let counts = new Map<string, number>();
	let until = 0;
	return (key: string, now: Date): boolean => {
		if (now.getTime() >= until || counts.size >= mostKeys) {
			counts = new Map();
			until = now.getTime() + windowMs;
		}
		const count = (counts.get(key) ?? 0) + 1;
		counts.set(key, count);
		return count <= most;
	};
}
