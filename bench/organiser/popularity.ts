import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** How wanted offers are, most wanted first; any unit, all > 0. */
export interface Popularity {
	readonly name: string;
	readonly curve: readonly number[];
}

/**
 * Where no real choices are at hand: weight 1 / (position + 10) ^ 0.8 over 100 positions, a Zipf-like
 * fall that ends at about a seventh of its start.
 */
export const ZIPF_LIKE: Popularity = {
	name: 'Zipf-like',
	curve: Array.from({ length: 100 }, (_, i) => (i + 10) ** -0.8)
};

const descending = (counts: readonly number[]) =>
	counts.filter((count) => count > 0).sort((a, b) => b - a);

/** Students who say 5 or more of 8 for a course. */
function readSurvey(file: string): Popularity {
	// SAFETY: with `columns: false` csv-parse returns rows of strings.
	const rows = parse(readFileSync(file), { relax_column_count: true }) as string[][];
	const [header = [], ...answers] = rows;
	const counts = header.flatMap((column, at) =>
		column.startsWith('7') ? [answers.filter((row) => Number(row[at]) >= 5).length] : []
	);
	return { name: 'UMass 2024', curve: descending(counts) };
}

/** Voters who rank an alternative among their first three (PrefLib, complete orders). */
function readOrders(file: string, name: string): Popularity {
	const counts = new Map<string, number>();
	for (const line of readFileSync(file, 'utf8').split('\n')) {
		const [, voters, order] = /^(\d+): ([\d,]+)/.exec(line) ?? [];
		for (const id of order?.split(',').slice(0, 3) ?? [])
			counts.set(id, (counts.get(id) ?? 0) + Number(voters));
	}
	return { name, curve: descending([...counts.values()]) };
}

/** Curves of real choices below the shared data folder; the documented curve where there are none. */
export function readPopularity(shared: string): readonly Popularity[] {
	const file = (name: string) => join(shared, 'timetabling', 'course-preferences', name);
	const known = [
		{ path: file('umass-2024-survey.csv'), read: readSurvey },
		{
			path: file('agh-2003-00000001.soc'),
			read: (path: string) => readOrders(path, 'AGH 2003')
		},
		{
			path: file('agh-2004-00000002.soc'),
			read: (path: string) => readOrders(path, 'AGH 2004')
		}
	];
	const found = known.filter(({ path }) => existsSync(path)).map(({ path, read }) => read(path));
	return found.length > 0 ? found : [ZIPF_LIKE];
}

/** The curve stretched over `count` offers: the weight of the offer at `index`. */
export function weightAt({ curve }: Popularity, index: number, count: number): number {
	return curve[Math.floor(((index + 0.5) / count) * curve.length)] ?? 1;
}
