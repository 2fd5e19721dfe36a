import { fitCalibration } from './fit-calibration.ts';
import { fitShares, type Shares } from './fit-shares.ts';
import { growTables, tableSums } from './grow-tables.ts';
import { applyShares, type HeldOutRows } from './held-out.ts';
import type { Parameters, Table } from './parameters.ts';

/** What is learnt from held-out forecasts: how much each part counts, tables, calibration. */
export interface LastStage {
	readonly shares: Shares;
	readonly tables: readonly Table[];
	readonly calibration: Parameters['calibration'];
}

/** Learns the last stage from forecasts; the rows are changed in place. */
export function fitLastStage(rows: HeldOutRows): LastStage {
	const shares = fitShares(rows.parts, rows.correct);
	applyShares(rows, shares);
	const tables = growTables(rows);
	return { shares, tables, calibration: fitCalibration(tableSums(tables, rows), rows.correct) };
}

/** Log-odds of each row by a last stage learnt elsewhere; the rows are changed in place. */
export function applyLastStage(rows: HeldOutRows, stage: LastStage): Float64Array {
	const { slope, shift } = stage.calibration;
	applyShares(rows, stage.shares);
	return tableSums(stage.tables, rows).map((sum) => slope * sum + shift);
}
