import { createRandom, type Random } from '../kernel/index.ts';
import { answer, diagnosticResult, nextQuestion, startDiagnostic } from './diagnostic.ts';
import { gaussian } from './diagnostic-noise.ts';
import { indexGraph, type Graph, type IndexedGraph } from './graph.ts';

export interface DiagnosticTrial {
	readonly seed: number;
	readonly questions: number;
	/** Usual place of each outcome, 0 to 1; by the graph's depth when absent, and then not told. */
	readonly places?: Readonly<Record<string, number>> | undefined;
	/** Whether the diagnostic is told the usual places, wrongly; true when absent. */
	readonly told?: boolean | undefined;
	/** Scatter of one learner around the usual places; 0.03 when absent. */
	readonly scatter?: number | undefined;
	/** How the learner came to know what they know; by a level on the usual places when absent. */
	readonly drawn?: Drawn | undefined;
}

/**
 * `level`: all outcomes up to a level, with scatter. `order`: the first so many in a random order that the
 * graph allows. `closure`: so many, by taking random outcomes with all that comes before them.
 */
export type Drawn = 'level' | 'order' | 'closure';

export interface DiagnosticOutcome {
	/** Share of outcomes judged right, by the number of questions asked. */
	readonly right: ReadonlyMap<number, number>;
	/** Of the outcomes called `can` or `not-yet` at the end, the share for which that is so. */
	readonly sureRight: number;
}

/** How wrong the told places are, and how far items stray from 10 % slip and guess. */
const TOLD_WRONG = 0.04;
const RATE = { low: 0.02, high: 0.18 } as const;

/**
 * One made-up learner under a diagnostic: a level, outcomes known up to it with scatter and only on
 * top of their prerequisites, each item with its own slip and guess (10 % on average), and usual
 * places that the diagnostic is told wrongly or not at all.
 */
export function simulateDiagnostic(graph: Graph, trial: DiagnosticTrial): DiagnosticOutcome {
	const indexed = indexGraph(graph);
	const random = createRandom(trial.seed * 7919 + 13);
	const known = DRAWS[trial.drawn ?? 'level'](indexed, trial, random);
	const places =
		trial.told === false
			? undefined
			: trial.places && toldPlaces(indexed.ids, trial.places, random);
	const options = { seed: trial.seed, mostQuestions: trial.questions, stopWhenSure: false, places };
	let diagnostic = startDiagnostic(graph, options);
	const right = new Map<number, number>();
	for (let asked = 1; asked <= trial.questions; asked++) {
		const skill = nextQuestion(diagnostic);
		if (skill === undefined) break;
		const next = answer(
			diagnostic,
			skill,
			reply(known[indexed.index.get(skill) ?? 0] === 1, random)
		);
		if (next.ok) diagnostic = next.value;
		const chances = diagnosticResult(diagnostic).map(({ probability }) => probability);
		right.set(asked, shareRight(chances, known));
	}
	const sure = diagnosticResult(diagnostic)
		.map(({ verdict }, node) => ({ verdict, known: known[node] === 1 }))
		.filter(({ verdict }) => verdict !== 'unsure');
	const held = sure.filter((outcome) => (outcome.verdict === 'can') === outcome.known);
	return { right, sureRight: sure.length === 0 ? 1 : held.length / sure.length };
}

/** Share of outcomes on the right side of one half. */
export function shareRight(chances: readonly number[], known: Uint8Array): number {
	const right = chances.filter((chance, node) => chance > 0.5 === (known[node] === 1));
	return right.length / Math.max(1, chances.length);
}

type Draw = (graph: IndexedGraph, trial: DiagnosticTrial, random: Random) => Uint8Array;

const DRAWS: Readonly<Record<Drawn, Draw>> = {
	level: drawByLevel,
	order: drawByOrder,
	closure: drawByClosure
};

/** A share of the way, a little beyond both ends. */
const drawShare = (random: Random) => 1.1 * random.next() - 0.05;

function drawByLevel(graph: IndexedGraph, trial: DiagnosticTrial, random: Random): Uint8Array {
	const truePlace = trial.places ? givenPlaces(graph, trial.places) : depthPlaces(graph);
	const level = drawShare(random);
	const scatter = trial.scatter ?? 0.03;
	const known = new Uint8Array(graph.ids.length);
	for (const node of graph.order) {
		const reached = (truePlace[node] ?? 0) + scatter * gaussian(random) < level;
		const ready = (graph.before[node] ?? []).every((prior) => known[prior] === 1);
		known[node] = reached && ready ? 1 : 0;
	}
	return known;
}

function drawByOrder(
	{ ids, before, after }: IndexedGraph,
	_: DiagnosticTrial,
	random: Random
): Uint8Array {
	const known = new Uint8Array(ids.length);
	const missing = before.map((prior) => prior.length);
	const ready = ids.flatMap((_, node) => (missing[node] === 0 ? [node] : []));
	let left = Math.round(drawShare(random) * ids.length);
	while (left-- > 0 && ready.length > 0) {
		const [node = 0] = ready.splice(random.below(ready.length), 1);
		known[node] = 1;
		for (const next of after[node] ?? []) {
			missing[next] = (missing[next] ?? 0) - 1;
			if (missing[next] === 0) ready.push(next);
		}
	}
	return known;
}

function drawByClosure(
	{ ids, before }: IndexedGraph,
	_: DiagnosticTrial,
	random: Random
): Uint8Array {
	const known = new Uint8Array(ids.length);
	const most = Math.max(0, Math.min(ids.length, Math.round(drawShare(random) * ids.length)));
	const learn = (node: number): number => {
		if (known[node] === 1) return 0;
		known[node] = 1;
		return (before[node] ?? []).reduce((sum, prior) => sum + learn(prior), 1);
	};
	let count = 0;
	while (count < most) count += learn(random.below(ids.length));
	return known;
}

function givenPlaces(
	{ ids, order, before }: IndexedGraph,
	places: Readonly<Record<string, number>>
) {
	const place = Float64Array.from(ids, (id) => places[id] ?? 0.5);
	for (const node of order)
		for (const prior of before[node] ?? [])
			place[node] = Math.max(place[node] ?? 0, (place[prior] ?? 0) + 0.005);
	return place;
}

function depthPlaces({ ids, order, before }: IndexedGraph): Float64Array {
	const depth = new Float64Array(ids.length);
	for (const node of order)
		for (const prior of before[node] ?? [])
			depth[node] = Math.max(depth[node] ?? 0, (depth[prior] ?? 0) + 1);
	const most = depth.reduce((a, b) => Math.max(a, b), 1);
	return depth.map((steps) => steps / most);
}

function toldPlaces(
	ids: readonly string[],
	places: Readonly<Record<string, number>>,
	random: Random
): Readonly<Record<string, number>> {
	const told = (id: string) => (places[id] ?? 0.5) + TOLD_WRONG * gaussian(random);
	return Object.fromEntries(ids.map((id) => [id, Math.max(0, Math.min(1, told(id)))]));
}

function reply(can: boolean, random: Random): 'right' | 'wrong' {
	const rate = RATE.low + (RATE.high - RATE.low) * random.next();
	const off = random.next() < rate;
	return can !== off ? 'right' : 'wrong';
}
