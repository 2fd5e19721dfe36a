// How statements are written down beside the file that makes them.

/** Breaks and numbers aside: one row of a batch, one member of a list, parameters counted as they come. */
export function normalised(sql: string): string {
	const line = sql.replaceAll(/\s+/g, ' ').trim();
	const one = line
		.replaceAll(/(values \([^()]*\))(?:, ?\([^()]*\))+/g, '$1')
		.replaceAll(/\bin \((\$\d+)(?:, \$\d+)+\)/g, 'in ($1)');
	const numbers = new Map<string, number>();
	return one.replaceAll(/\$\d+/g, (given) => {
		const number = numbers.get(given) ?? numbers.size + 1;
		numbers.set(given, number);
		return `$${number}`;
	});
}

const clauses =
	'from|(?:inner|left|cross) join|where|group by|order by|limit|values|set|on conflict|returning|union(?: all)?|for (?:no key )?update';
const breaks = new RegExp(String.raw` (?=(?:${clauses})\b)`, 'g');

/** The recorded file beside `goal.store.ts` is `goal.sql`. */
export const recordOf = (file: string): string => file.replace(/(\.store)?\.ts$/, '.sql');

const head = (file: string): string =>
	`-- What ${file.replace(/^.*\//, '')} sends, as the database tests saw it.\n-- Made by tools/generate/recorded-sql.ts; do not edit.\n`;

/** The text of a record: sorted, each statement once. */
export const recordText = (file: string, statements: Iterable<string>): string =>
	[
		head(file),
		...[...new Set(statements)].toSorted().map((each) => `${each.replaceAll(breaks, '\n\t')};\n`)
	].join('\n');

/** The statements of a record, as they were put in. */
export const statementsIn = (text: string): readonly string[] =>
	text
		.replaceAll(/^--.*\n/gm, '')
		.split(/;\n(?:\n|$)/)
		.map((each) => each.replaceAll('\n\t', ' ').trim())
		.filter((each) => each !== '');
