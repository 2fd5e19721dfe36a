import { currentFormat } from './item-line.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Format 1, the short form that people write by hand: hints are plain sentences, there is one `answer`, and
 * `version` may be left out. Choice items look the same in both.
 */
function fromFormat1(line: Fields): Fields {
	const { answer, hints, version = 1, tags = [], ...rest } = line;
	const single = ['number', 'expression', 'short-text'].includes(String(line['kind']));
	return {
		...rest,
		format: 2,
		version,
		tags,
		hints: Array.isArray(hints) ? hints.map(hintFromText) : (hints ?? []),
		...(answer !== undefined && (single ? { answers: [answer] } : { answer }))
	};
}

function hintFromText(hint: unknown, n: number): unknown {
	if (typeof hint !== 'string') return hint;
	return { id: `h${n + 1}`, text: hint, ...(n > 0 && { after: [`h${n}`] }) };
}

/** From each older format to the next; released steps are never changed. */
const steps: Readonly<Record<number, (line: Fields) => Fields>> = { 1: fromFormat1 };

/** Brings a line to the current format; a line without `format` is of format 1. Unknown formats stay as they are. */
export function migrateLine(line: Fields): Fields {
	const { format = 1 } = line;
	if (typeof format !== 'number' || format >= currentFormat) return line;
	const step = steps[format];
	return step ? migrateLine(step(line)) : line;
}
