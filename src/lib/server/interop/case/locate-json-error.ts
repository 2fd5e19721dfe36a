/** Where JSON text goes wrong, both counted from 1; columns are UTF-16 units. */
export interface JsonPosition {
	readonly line: number;
	readonly column: number;
}

/**
 * The first place where `text` stops being JSON (RFC 8259), or `null` when it is JSON. Engines
 * tell the place in words that differ and sometimes leave it out, so it is found here, without
 * recursion: depth is bounded by memory only.
 */
export function locateJsonError(text: string): JsonPosition | null {
	const scan: Scan = { text, at: 0, open: [] };
	let state: State | null = 'value';
	for (;;) {
		take(scan, SPACE);
		const char = text[scan.at];
		if (char === undefined && state === 'after' && scan.open.length === 0) return null;
		if (char !== undefined) state = STEPS[state](scan, char);
		if (char === undefined || state === null) return positionOf(text, scan.at);
	}
}

function positionOf(text: string, at: number): JsonPosition {
	const before = text.slice(0, at);
	return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

/** What may come next. */
type State = 'value' | 'value or ]' | 'key' | 'key or }' | 'after';

interface Scan {
	readonly text: string;
	/** Next character; after a fault, the one at fault. */
	at: number;
	/** Brackets not yet closed. */
	readonly open: ('{' | '[')[];
}

/** Reads one thing that starts with `char` and says what may follow; `null` is a fault. */
type Step = (scan: Scan, char: string) => State | null;

const STEPS: Readonly<Record<State, Step>> = {
	value: readValue,
	'value or ]': (scan, char) => (char === ']' ? close(scan) : readValue(scan, char)),
	key: readKey,
	'key or }': (scan, char) => (char === '}' ? close(scan) : readKey(scan)),
	after: readAfter
};

const SPACE = /[ \t\n\r]*/y;
// oxlint-disable-next-line no-control-regex -- JSON itself forbids these characters in a text
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function take(scan: Scan, pattern: RegExp): boolean {
	pattern.lastIndex = scan.at;
	const length = pattern.exec(scan.text)?.[0].length ?? 0;
	scan.at += length;
	return length > 0;
}

function takeSign(scan: Scan, sign: string): boolean {
	const found = scan.text[scan.at] === sign;
	if (found) scan.at += 1;
	return found;
}

const takeString = (scan: Scan) => take(scan, STRING) && takeSign(scan, '"');

function readValue(scan: Scan, char: string): State | null {
	if (char === '{' || char === '[') {
		scan.at += 1;
		scan.open.push(char);
		return char === '{' ? 'key or }' : 'value or ]';
	}
	return takeString(scan) || (char !== '"' && take(scan, SCALAR)) ? 'after' : null;
}

function readKey(scan: Scan): State | null {
	if (!takeString(scan)) return null;
	take(scan, SPACE);
	return takeSign(scan, ':') ? 'value' : null;
}

function readAfter(scan: Scan, char: string): State | null {
	const inside = scan.open.at(-1);
	if (inside === undefined) return null;
	if (takeSign(scan, ',')) return inside === '{' ? 'key' : 'value';
	return char === (inside === '{' ? '}' : ']') ? close(scan) : null;
}

function close(scan: Scan): State {
	scan.at += 1;
	scan.open.pop();
	return 'after';
}
