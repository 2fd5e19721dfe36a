/**
 * The port to a linear solver (HiGHS in practice). The engine imports no package: an adapter is
 * passed in. Models are text in the CPLEX LP format, which every solver reads.
 */
export interface LinearSolver {
	/**
	 * Solves to proven optimality or until the limit. With `relax` whole numbers may be broken, and
	 * the objective is a lower bound. Returns `undefined` where there was no answer in time.
	 */
	solve(
		model: string,
		options: { readonly seconds: number; readonly relax: boolean }
	): LinearSolution | undefined;
}

export interface LinearSolution {
	readonly objective: number;
	/** Proven optimal (of the relaxed model, where it was relaxed). */
	readonly optimal: boolean;
	readonly value: (variable: string) => number;
}

/** Gathers a model term by term. */
export class LinearModel {
	readonly #objective: string[] = [];
	readonly #rows: string[] = [];
	readonly #bounds: string[] = [];
	readonly #binary: string[] = [];

	/** A variable 0 or 1. */
	binary(name: string, cost: number): string {
		this.#binary.push(name);
		return this.#cost(name, cost);
	}

	/** A variable from 0 to `most`. */
	positive(name: string, cost: number, most = Infinity): string {
		if (Number.isFinite(most)) this.#bounds.push(`0 <= ${name} <= ${most}`);
		return this.#cost(name, cost);
	}

	#cost(name: string, cost: number): string {
		if (cost !== 0) this.#objective.push(`${cost < 0 ? '-' : '+'} ${Math.abs(cost)} ${name}`);
		return name;
	}

	/** A row such as `sum(coefficient x variable) <= limit`; empty rows are left out. */
	row(terms: readonly (readonly [number, string])[], relation: '<=' | '>=', limit: number): void {
		if (terms.length === 0) return;
		const sum = terms.map(([c, name]) => `${c < 0 ? '-' : '+'} ${Math.abs(c)} ${name}`);
		this.#rows.push(`${wrap(sum)} ${relation} ${limit}`);
	}

	text(): string {
		return [
			'Minimize',
			` obj: ${wrap(this.#objective.length > 0 ? this.#objective : ['+ 0 none'])}`,
			'Subject To',
			...this.#rows.map((row, i) => ` r${i}: ${row}`),
			'Bounds',
			...this.#bounds.map((bound) => ` ${bound}`),
			'Binaries',
			` ${wrap(this.#binary)}`,
			'End'
		].join('\n');
	}
}

/** Lines of the format may not be long. */
function wrap(words: readonly string[]): string {
	const lines: string[] = [];
	for (let i = 0; i < words.length; i += 12) lines.push(words.slice(i, i + 12).join(' '));
	return lines.join('\n  ');
}
