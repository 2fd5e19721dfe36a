// Writes down which file made which statement while a database test ran: `tools/generate/recorded-sql.ts` reads it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DefaultQueryCompiler } from 'kysely';
import { afterAll, expect } from 'vitest';
import { normalised } from '../lint/rules/recorded-sql.ts';

const root = join(import.meta.dirname, '../..');
const seen = new Map<string, Set<string>>();

/** The nearest file of the server on the way to the compiler; stores call it before anything is awaited. */
function madeBy(stack: string): string | undefined {
	const files = [...stack.matchAll(/\/(src\/lib\/server\/[^:]+\.ts):/g)].map(([, file]) => file);
	const [nearest] = files.filter((file) => file && !/\/platform\/db\/(?!.*\.test\.)/.test(file));
	return nearest !== undefined && /(\.test|testing)\.ts$/.test(nearest) ? undefined : nearest;
}

function note(sql: string): void {
	const { stackTraceLimit } = Error;
	Error.stackTraceLimit = 40;
	const file = madeBy(new Error().stack ?? '');
	Error.stackTraceLimit = stackTraceLimit;
	if (file) seen.set(file, (seen.get(file) ?? new Set()).add(normalised(sql)));
}

// A worker that runs several files keeps the library: what it had is kept with it, so that it is wrapped once.
const kept = Symbol.for('locus.compileQuery');
type Compile = DefaultQueryCompiler['compileQuery'];
// SAFETY: only this file writes the key.
const prototype = DefaultQueryCompiler.prototype as DefaultQueryCompiler & { [kept]?: Compile };
const compile = (prototype[kept] ??= prototype.compileQuery);
prototype.compileQuery = function noting(...given) {
	const compiled = compile.apply(this, given);
	note(compiled.sql);
	return compiled;
};

afterAll(() => {
	const test = relative(root, expect.getState().testPath ?? '');
	const folder = join(root, 'reports/sql');
	mkdirSync(folder, { recursive: true });
	const statements = Object.fromEntries([...seen].map(([file, some]) => [file, [...some]]));
	const name = `${test.replaceAll(/[^\w.-]+/g, '_')}.json`;
	writeFileSync(join(folder, name), JSON.stringify({ test, statements }));
});
