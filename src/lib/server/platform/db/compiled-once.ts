import type { Compilable, CompiledQuery } from 'kysely';
import type { Tx } from './database.ts';

/** Stands where a value will be, while the statement is built. */
class Hole {
	readonly name: string;
	constructor(name: string) {
		this.name = name;
	}
}

function filled(holes: readonly unknown[], values: Readonly<Record<string, unknown>>): unknown[] {
	return holes.map((one) => (one instanceof Hole ? values[one.name] : one));
}

/**
 * A statement that is built by its first call and only filled in by all others: building one costs as much as sending
 * it. For what every request sends. The statement's text must not depend on the values: `build` never sees any.
 */
export function compiledOnce<Values extends Readonly<Record<string, unknown>>, Row>(
	build: (tx: Tx, values: Values) => Compilable<Row>
): (tx: Tx, values: Values) => Promise<readonly Row[]> {
	let compiled: CompiledQuery<Row> | undefined;
	return async (tx, values) => {
		// SAFETY: a value is only ever passed on as a parameter, where a hole does as well.
		const holes = new Proxy({}, { get: (_, name) => new Hole(String(name)) }) as Values;
		compiled ??= build(tx, holes).compile();
		const { rows } = await tx.executeQuery<Row>({
			...compiled,
			parameters: filled(compiled.parameters, values)
		});
		return rows;
	};
}
