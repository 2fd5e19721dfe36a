interface Outcome {
	readonly outcomeId: string;
	readonly statement: string;
}

/** What an action of an offer's form gives back: what was typed, with an error or with what was found. */
interface Answered {
	readonly values?: Readonly<Record<string, string>>;
	readonly lists?: Readonly<Record<string, readonly string[]>>;
	readonly chosen?: readonly Outcome[];
	readonly found?: readonly Outcome[];
	readonly error?: { readonly message: string; readonly field: string | null };
}

/** The same with every part there; null where no form was sent. */
export const typedOf = (form: Answered | null | undefined) =>
	form?.values
		? {
				values: form.values,
				lists: form.lists ?? {},
				chosen: form.chosen ?? [],
				found: form.found ?? null,
				error: form.error ?? null
			}
		: null;
