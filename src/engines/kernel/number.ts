declare const brand: unique symbol;

/** A primitive that may not be mixed up with another of the same shape. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** A number in [0, 1]. */
export type Probability = Brand<number, 'probability'>;

/** A log-odds, any finite number. */
export type Logit = Brand<number, 'logit'>;

/** Checks that `value` is in [0, 1]; throws `RangeError` otherwise (NaN included). */
export function probability(value: number): Probability {
	if (!(value >= 0 && value <= 1)) throw new RangeError(`probability out of [0, 1]: ${value}`);
	// SAFETY: the range was checked above.
	return value as Probability;
}

/** Checks that `value` is finite; throws `RangeError` otherwise. */
export function logit(value: number): Logit {
	if (!Number.isFinite(value)) throw new RangeError(`log-odds must be finite: ${value}`);
	// SAFETY: finiteness was checked above.
	return value as Logit;
}

/** Logistic function: log-odds to probability; exact limits, never NaN for finite input. */
export function toProbability(value: number): Probability {
	// Two branches keep exp() from overflowing for large negative log-odds.
	const p = value >= 0 ? 1 / (1 + Math.exp(-value)) : Math.exp(value) / (1 + Math.exp(value));
	return probability(p);
}

/** Probability to log-odds, clamped to [epsilon, 1 - epsilon] so that the result is finite. */
export function toLogit(value: number, epsilon = 1e-9): Logit {
	const p = Math.min(1 - epsilon, Math.max(epsilon, value));
	return logit(Math.log(p / (1 - p)));
}
