import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locateJsonError } from './locate-json-error.ts';

test.each([
	['', 1, 1],
	['{', 1, 2],
	['{"a": 1,}', 1, 9],
	['[1, 2\n 3]', 2, 2],
	['{"a": 1}\n x', 2, 2],
	['{"a" 1}', 1, 6],
	['[01]', 1, 3],
	['"a\nb"', 1, 3],
	["{'a': 1}", 1, 2],
	['[1, tru]', 1, 5],
	['{"a": NaN}', 1, 7],
	['[}', 1, 2],
	['{"a": 1]', 1, 8]
])('%j goes wrong at line %i, column %i', (text, line, column) => {
	expect(locateJsonError(text)).toEqual({ line, column });
});

const parses = (text: string) => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

test('finds a fault exactly where the engine refuses: 8,000 texts', () => {
	const piece = fc.constantFrom(...'{}[]:,"\\ \n-+.01eE', 'true', 'null', '"a"', '\\u00e9', '1.5');
	const text = fc.oneof(
		fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
		fc.json(),
		fc
			.tuple(fc.json(), fc.nat({ max: 40 }), piece)
			.map(([json, at, add]) => json.slice(0, at) + add + json.slice(at))
	);
	fc.assert(
		fc.property(text, (each) => {
			expect(locateJsonError(each) === null).toBe(parses(each));
		}),
		{ numRuns: 8_000 }
	);
});

test('depth is no danger', () => {
	expect(locateJsonError('['.repeat(500_000))).toEqual({ line: 1, column: 500_001 });
});
