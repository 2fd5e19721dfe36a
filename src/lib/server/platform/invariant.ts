/** A defect: something the code promised did not hold. Never shown to a person. */
export class InvariantError extends Error {
	override readonly name = 'InvariantError';
}

/** Throws `InvariantError` when `condition` does not hold; `what` says what was promised, without personal data. */
export function invariant(condition: unknown, what: string): asserts condition {
	if (!condition) throw new InvariantError(what);
}

/** The value, or a defect when it is missing. */
export function present<T>(value: T | null | undefined, what: string): T {
	invariant(value !== null && value !== undefined, what);
	return value;
}
