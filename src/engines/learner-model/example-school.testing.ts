import { simulateGraph } from './simulate-graph.ts';
import { simulateLearners } from './simulate-learners.ts';

/** A small made-up school for tests: same learners on every machine. */
export const exampleGraph = simulateGraph(24, 3);

export const exampleLearners = simulateLearners({
	seed: 21,
	graph: exampleGraph,
	learners: 160,
	answers: 50,
	itemsPerSkill: 5
});
