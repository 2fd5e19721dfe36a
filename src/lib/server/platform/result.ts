/** What a command returns: a value, or an expected failure with a code that is also its message key. */
export type Result<T, E extends Failure = Failure> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** An expected failure; `field` names the form field it belongs to, where there is one. */
export interface Failure<Code extends string = string> {
	readonly code: Code;
	readonly field?: string;
}

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export function fail<const Code extends string>(
	code: Code,
	field?: string
): { readonly ok: false; readonly error: Failure<Code> } {
	return { ok: false, error: field === undefined ? { code } : { code, field } };
}
