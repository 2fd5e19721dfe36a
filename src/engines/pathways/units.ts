import type { Brand } from '#engines/kernel/index.ts';

/** A length of time in minutes, zero or more. */
export type Minutes = Brand<number, 'minutes'>;

/** Money in the smallest unit of the site's currency (cents), an integer, zero or more. */
export type MinorUnits = Brand<number, 'minor-units'>;

/** A calendar day as a count of days since 1970-01-01 in the site's zone; an integer. */
export type DayNumber = Brand<number, 'day-number'>;

/** Opaque ids: the engine only compares them, so any branded string of a module fits. */
export type OutcomeId = string;
export type StrandId = string;
export type OpportunityId = string;

/** Checks that `value` is finite and not negative; throws `RangeError` otherwise. */
export function minutes(value: number): Minutes {
	if (!(value >= 0 && value < Infinity)) throw new RangeError(`minutes out of range: ${value}`);
	// SAFETY: the range was checked above.
	return value as Minutes;
}

/** Checks that `value` is an integer and not negative; throws `RangeError` otherwise. */
export function minorUnits(value: number): MinorUnits {
	if (!(Number.isSafeInteger(value) && value >= 0)) {
		throw new RangeError(`minor units must be an integer, zero or more: ${value}`);
	}
	// SAFETY: the range was checked above.
	return value as MinorUnits;
}

/** Checks that `value` is an integer; throws `RangeError` otherwise. */
export function dayNumber(value: number): DayNumber {
	if (!Number.isSafeInteger(value)) throw new RangeError(`a day must be an integer: ${value}`);
	// SAFETY: checked above.
	return value as DayNumber;
}
