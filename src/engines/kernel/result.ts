/** The outcome of something that may be expected to fail: a value, or a code from a closed union. */
export type Result<Value, Code extends string> =
	{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Code };

/** A success carrying `value`. */
export const ok = <Value>(value: Value) => ({ ok: true, value }) as const;

/** An expected failure carrying its code. */
export const fail = <Code extends string>(error: Code) => ({ ok: false, error }) as const;
