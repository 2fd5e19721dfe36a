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
	const at = findFault(text);
	return at === null ? null : positionOf(text, at);
}

function positionOf(text: string, at: number): JsonPosition {
	const before = text.slice(0, at);
	return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type State = 'value' | 'value or ]' | 'key' | 'key or }' | 'after';

function findFault(text: string): number | null {
	const open: ('{' | '[')[] = [];
	let state: State = 'value';
	let at = 0;
	const take = (pattern: RegExp) => {
		pattern.lastIndex = at;
		const found = pattern.exec(text)?.[0].length ?? 0;
		at += found;
		return found > 0;
	};
	for (;;) {
		take(SPACE);
		const char = text[at];
		if (char === undefined) return state === 'after' && open.length === 0 ? null : at;
		if (state === 'after') {
			const inside = open.at(-1);
			if (char === ',' && inside) {
				at += 1;
				state = inside === '{' ? 'key' : 'value';
			} else if (inside && char === (inside === '{' ? '}' : ']')) {
				at += 1;
				open.pop();
			} else return at;
		} else if ((char === ']' && state === 'value or ]') || (char === '}' && state === 'key or }')) {
			at += 1;
			open.pop();
			state = 'after';
		} else if (state === 'key' || state === 'key or }') {
			if (!takeString()) return at;
			take(SPACE);
			if (text[at] !== ':') return at;
			at += 1;
			state = 'value';
		} else if (char === '{' || char === '[') {
			at += 1;
			open.push(char);
			state = char === '{' ? 'key or }' : 'value or ]';
		} else {
			if (!(char === '"' ? takeString() : take(SCALAR))) return at;
			state = 'after';
		}
	}

	function takeString(): boolean {
		if (text[at] !== '"') return false;
		take(STRING);
		if (text[at] !== '"') return false;
		at += 1;
		return true;
	}
}
