/** The spans of a memory: the share each keeps from one answer to the next, and how many numbers it has. */
export interface Spans {
	readonly spans: readonly number[];
	readonly size: number;
}

/** Brings long and short spans to the same size: an even stream of residuals r settles near 3 r. */
const GAIN = 3;

const perNumber = ({ spans, size }: Spans, of: (kept: number) => number) =>
	Float64Array.from({ length: spans.length * size }, (_, i) =>
		of(spans[Math.floor(i / size)] ?? 0)
	);

/** Share kept by each number of the memory. */
export const keptOf = (spans: Spans) => perNumber(spans, (kept) => kept);

/** Share of a new answer taken in by each number of the memory. */
export const gainsOf = (spans: Spans) => perNumber(spans, (kept) => GAIN * (1 - kept));
