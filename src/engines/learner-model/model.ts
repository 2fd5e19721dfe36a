import { indexGraph, type Graph, type IndexedGraph } from './graph.ts';
import type { Parameters } from './parameters.ts';

/** Parameters made ready for use, with the graph whose neighbours lend a little evidence. */
export interface Model {
	readonly version: string;
	readonly parameters: Parameters;
	readonly graph: IndexedGraph;
	readonly skills: ReadonlyMap<string, number>;
	readonly items: ReadonlyMap<string, number>;
}

/** Makes a model; without a graph no skill learns from its neighbours. Costs one pass over both. */
export function createModel(
	parameters: Parameters,
	graph: Graph = { ids: [], precedes: [] }
): Model {
	return {
		version: parameters.version,
		parameters,
		graph: indexGraph(graph),
		skills: new Map(Object.entries(parameters.skills)),
		items: new Map(Object.entries(parameters.items))
	};
}
