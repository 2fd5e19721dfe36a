import loadHighs from 'highs';
import type { LinearSolution, LinearSolver } from '../../src/engines/organiser/index.ts';

/** HiGHS (WebAssembly) as the engine's linear solver. One instance a process: it keeps its memory. */
export async function createHighs(): Promise<LinearSolver> {
	const highs = await loadHighs();
	return {
		solve(model, { seconds, relax }): LinearSolution | undefined {
			const text = relax ? relaxed(model) : model;
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

/** Binary variables become any number from 0 to 1: bounds, which stand right before the binaries. */
function relaxed(model: string): string {
	return model.replace(/\nBinaries\n([\s\S]*)\nEnd/, (_, names: string) => {
		const bounds = names.split(/\s+/).filter((name) => name !== '');
		return `${bounds.map((name) => `\n 0 <= ${name} <= 1`).join('')}\nEnd`;
	});
}

/** HiGHS throws on numerical trouble and when out of memory: no answer, as far as the port goes. */
function attempt<T>(run: () => T): T | undefined {
	try {
		return run();
	} catch {
		return undefined;
	}
}
