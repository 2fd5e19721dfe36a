import loadHighs from 'highs';
import type { LinearSolution, LinearSolver } from '../../src/engines/organiser/index.ts';

/** HiGHS (WebAssembly) as the engine's linear solver. One instance a process: it keeps its memory. */
export async function createHighs(): Promise<LinearSolver> {
	const highs = await loadHighs();
	return {
		solve(model, { seconds, relax }): LinearSolution | undefined {
			const text = relax ? model.replace(/\nBinaries[\s\S]*\nEnd/, '\nEnd') : model;
			const solution = attempt(() =>
				highs.solve(text, { time_limit: seconds, mip_rel_gap: 0, output_flag: false })
			);
			if (solution === undefined) return undefined;
			const columns = new Map(Object.entries(solution.Columns));
			const value = (name: string): number => {
				const column = columns.get(name);
				return column !== undefined && 'Primal' in column ? (column.Primal ?? 0) : 0;
			};
			const optimal = solution.Status === 'Optimal';
			return { objective: solution.ObjectiveValue, optimal, value };
		}
	};
}

/** HiGHS throws on numerical trouble and when out of memory: no answer, as far as the port goes. */
function attempt<T>(run: () => T): T | undefined {
	try {
		return run();
	} catch {
		return undefined;
	}
}
