/** A form that was refused: where it went, and what was typed. */
export interface Refused {
	readonly action: string;
	readonly values: Readonly<Record<string, string>>;
}

/** What was typed into this form, where it is the one that was refused. */
export const typedIn = (
	refused: Refused | null,
	action: string,
	key?: readonly [name: string, value: string]
): Readonly<Record<string, string>> =>
	refused?.action === action && (!key || refused.values[key[0]] === key[1]) ? refused.values : {};
