/** PostgreSQL takes 65,535 parameters a statement; a batch stays below, and short enough to show progress between. */
const mostParameters = 60_000;
const mostRows = 1_000;

/** Told after each batch how many rows it held. */
export type Told = (rows: number) => Promise<void>;

/** Writes rows as multi-row VALUES of at most a statement's size; `columns` is how many values one row takes. */
export async function inBatches<T>(
	rows: readonly T[],
	columns: number,
	insert: (batch: readonly T[]) => Promise<unknown>,
	told: Told = async () => undefined
): Promise<void> {
	const size = Math.max(1, Math.min(mostRows, Math.floor(mostParameters / columns)));
	for (let start = 0; start < rows.length; start += size) {
		const batch = rows.slice(start, start + size);
		await insert(batch);
		await told(batch.length);
	}
}
