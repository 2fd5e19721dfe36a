import { expect, test } from 'vitest';
import { createRandom } from '../kernel/index.ts';
import { logistic } from './adagrad.ts';
import { AT, TABLE_FEATURES } from './feature-names.ts';
import { growTables, tableSums } from './grow-tables.ts';

const WIDTH = TABLE_FEATURES.length;

/** Answers whose log-odds jump only where streak and ability are both high: no sum of two can say it. */
function interaction(count: number) {
	const random = createRandom(4);
	const rows = {
		count,
		values: new Float32Array(count * WIDTH),
		correct: new Uint8Array(count),
		logOdds: new Float64Array(count)
	};
	const truth = new Float64Array(count);
	for (let row = 0; row < count; row++) {
		const [streak, ability] = [random.below(10) - 5, 4 * random.next() - 2];
		rows.values[row * WIDTH + AT.streak] = streak;
		rows.values[row * WIDTH + AT.ability] = ability;
		truth[row] = streak > 0 && ability > 0.5 ? 1.5 : -0.5;
		rows.correct[row] = random.next() < logistic(truth[row] ?? 0) ? 1 : 0;
	}
	return { rows, truth };
}

test('tables find an interaction of two features, and only look at those', () => {
	const { rows, truth } = interaction(20_000);
	const tables = growTables(rows);
	const sums = tableSums(tables, rows);
	const error = sums.reduce((sum, value, i) => sum + Math.abs(value - (truth[i] ?? 0)), 0);
	expect(error / rows.count).toBeLessThan(0.2);
	const wanted = new Set<number>([AT.streak, AT.ability]);
	const weight = (table: (typeof tables)[number]) => Math.max(...table.values.map(Math.abs));
	const off = tables.filter(({ first, second }) => !wanted.has(first) || !wanted.has(second));
	expect(Math.max(0, ...off.map(weight))).toBeLessThan(0.3);
});

test('no rows, no tables', () => {
	const { rows } = interaction(0);
	expect(growTables(rows)).toEqual([]);
});
