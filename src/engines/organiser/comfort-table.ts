/** Units of the comfort criteria for every mask of a day (bit i = a session in its i-th slot). */
export interface DayTable {
	readonly single: Uint8Array;
	readonly longRuns: Uint8Array;
	readonly balance: Uint16Array;
}

function longRuns(mask: number): number {
	let [run, cost] = [0, 0];
	for (let m = mask; m > 0; m >>= 1) {
		run = (m & 1) === 1 ? run + 1 : 0;
		if (run > 2) cost++;
	}
	return cost;
}

function load(mask: number): number {
	let count = 0;
	for (let m = mask; m > 0; m &= m - 1) count++;
	return count;
}

const MASKS = 1 << 16;

/** Built once: 65,536 masks, 256 KB. */
export const DAY_TABLE: DayTable = {
	single: Uint8Array.from({ length: MASKS }, (_, mask) => (load(mask) === 1 ? 1 : 0)),
	longRuns: Uint8Array.from({ length: MASKS }, (_, mask) => longRuns(mask)),
	balance: Uint16Array.from({ length: MASKS }, (_, mask) => load(mask) ** 2)
};
