import { indexGraph, type Graph, type IndexedGraph } from './graph.ts';
import { gainsOf, keptOf } from './memory-spans.ts';
import type { Parameters } from './parameters.ts';
import { compileTable, type CompiledTable } from './tables.ts';

/** Parameters made ready for use, with the graph whose neighbours lend a little evidence. */
export interface Model {
	readonly version: string;
	readonly parameters: Parameters;
	readonly graph: IndexedGraph;
	readonly skills: ReadonlyMap<string, number>;
	readonly items: ReadonlyMap<string, number>;
	readonly weights: Float64Array;
	readonly skillEasiness: Float64Array;
	readonly itemEasiness: Float64Array;
	readonly skillWeights: Float64Array;
	readonly itemWeights: Float64Array;
	/** Numbers in a learner's memory: spans x size. */
	readonly memorySize: number;
	/** Share kept by each number of the memory. */
	readonly kept: Float64Array;
	/** Share of a new answer taken in by each. */
	readonly gains: Float64Array;
	readonly leaves: Float64Array;
	readonly reads: Float64Array;
	readonly itemPairs: ReadonlyMap<number, number>;
	readonly skillPairs: ReadonlyMap<number, number>;
	readonly tables: readonly CompiledTable[];
}

const NO_GRAPH: Graph = { ids: [], precedes: [] };

/** Makes a model; without a graph no skill learns from its neighbours. One pass over both. */
export function createModel(parameters: Parameters, graph: Graph = NO_GRAPH): Model {
	const { easiness, memory, sequence } = parameters;
	return {
		version: parameters.version,
		parameters,
		graph: indexGraph(graph),
		skills: positions(parameters.skills),
		items: positions(parameters.items),
		weights: Float64Array.from(parameters.weights),
		skillEasiness: Float64Array.from(easiness.skills),
		itemEasiness: Float64Array.from(easiness.items),
		skillWeights: Float64Array.from(parameters.skillWeights),
		itemWeights: Float64Array.from(parameters.itemWeights),
		memorySize: memory.spans.length * memory.size,
		kept: keptOf(memory),
		gains: gainsOf(memory),
		leaves: Float64Array.from(memory.leaves),
		reads: Float64Array.from(memory.reads),
		itemPairs: pairMap(sequence.itemPairs, sequence.itemValues),
		skillPairs: pairMap(sequence.skillPairs, sequence.skillValues),
		tables: parameters.tables.map(compileTable)
	};
}

const positions = (names: readonly string[]) => new Map(names.map((name, i) => [name, i]));

const pairMap = (keys: readonly number[], values: readonly number[]) =>
	new Map(keys.map((key, i) => [key, values[i] ?? 0]));

/** One number for "after answering `before` so (1 right, 0 wrong) comes `now`", of `count` names. */
export const pairKey = (before: number, outcome: 0 | 1, now: number, count: number) =>
	(before * 2 + outcome) * count + now;
