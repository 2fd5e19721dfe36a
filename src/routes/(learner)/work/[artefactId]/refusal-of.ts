/** What was refused, with what was typed. */
interface Refused {
	readonly error: { readonly field: string | null; readonly message: string };
	readonly values: Readonly<Record<string, string>>;
}

/** What of a refusal belongs to one form of the page, known by a field that it alone sends. */
export function refusalOf(form: Refused | null | undefined, mark: string) {
	const mine = form?.values[mark] === undefined ? null : form;
	return {
		isSent: mine !== null,
		values: mine?.values ?? {},
		problems: mine ? [mine.error] : [],
		problem: (name: string) => (mine?.error.field === name ? mine.error.message : undefined)
	};
}
