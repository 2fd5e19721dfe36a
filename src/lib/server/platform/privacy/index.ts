/** Why a column about a person exists; every class of data has one and an end (TP1, TP4). */
export interface ColumnPurpose {
	readonly purpose: string;
	/** Lawful basis, in the words of the GDPR's article 6 (or 9 where health or origin may show). */
	readonly basis:
		'public-task' | 'contract' | 'legal-obligation' | 'consent' | 'legitimate-interest';
	/** Who may see it, in the words of the policies. */
	readonly seenBy: string;
	/** When it ends. */
	readonly kept: string;
	/** Where it appears in the person's export, or why it does not. */
	readonly exported: string;
	/** What erasing the person does to it. */
	readonly erased: 'row-deleted' | 'value-replaced' | 'kept-without-person';
}

/** What one module holds about people: `table.column` to its purpose. A group of columns may share one declaration. */
export interface PrivacyDeclaration {
	readonly module: string;
	readonly columns: Readonly<Record<string, ColumnPurpose>>;
	/** Columns that hold nothing about anyone, said so on purpose: keys of things, instants, states. */
	readonly impersonal: readonly string[];
}

/** The same purpose for several columns of a table. */
export function columns(
	table: string,
	names: readonly string[],
	purpose: ColumnPurpose
): Record<string, ColumnPurpose> {
	return Object.fromEntries(names.map((name) => [`${table}.${name}`, purpose]));
}

/** `table.column` for several columns, for the impersonal list. */
export const impersonal = (table: string, names: readonly string[]): string[] =>
	names.map((name) => `${table}.${name}`);

/** The columns of the live schema that no declaration speaks of, and the declared ones that do not exist. */
export function undeclared(
	schema: readonly string[],
	declarations: readonly PrivacyDeclaration[]
): { readonly missing: readonly string[]; readonly unknown: readonly string[] } {
	const declared = new Set(
		declarations.flatMap(({ columns: known, impersonal: none }) => [...Object.keys(known), ...none])
	);
	const live = new Set(schema);
	return {
		missing: schema.filter((column) => !declared.has(column)),
		unknown: [...declared].filter((column) => !live.has(column))
	};
}
