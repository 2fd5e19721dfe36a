import { createRandom, type Random } from '../kernel/index.ts';
import { logistic } from './adagrad.ts';
import { gaussian } from './diagnostic-noise.ts';
import { indexGraph, type Graph, type IndexedGraph } from './graph.ts';
import type { TrainingAnswer } from './training-rows.ts';

/** A made-up school: what is true about it is known, so models can be checked against it. */
export interface SimulationOptions {
	readonly seed: number;
	readonly graph: Graph;
	readonly learners: number;
	/** Answers of one learner, on average; they stop anywhere between half and one and a half of it. */
	readonly answers: number;
	readonly itemsPerSkill: number;
}

/** An answer with the chance it truly had. */
export interface SimulatedAnswer extends TrainingAnswer {
	readonly at: number;
	readonly chance: number;
}

export interface SimulatedLearner {
	readonly answers: readonly SimulatedAnswer[];
	/** True chance on an average item of each skill, in the order of graph ids, at `asOf`. */
	readonly truth: Float64Array;
	readonly asOf: number;
}

/** Spreads and rates of the made-up learners, in log-odds unless said otherwise. */
const WORLD = {
	ability: 0.9,
	skillWithinLearner: 0.8,
	/** Share of a prerequisite's deviation that its successors inherit. */
	inherited: 0.6,
	skillEasiness: 0.7,
	itemEasiness: 0.6,
	start: 0.2,
	gain: { low: 0.08, high: 0.3 },
	/** Most that practice can add to one skill. */
	most: 3,
	/** Loss per log(1 + days): of what practice has added, and of what came with the learner at most so much. */
	forgetting: 0.25,
	mostLost: 1,
	slip: { low: 0.02, high: 0.12 },
	guess: { low: 0.05, high: 0.25 }
} as const;

const DAY = 86_400;

interface Item {
	readonly name: string;
	readonly easiness: number;
	readonly guess: number;
}

interface World {
	readonly graph: IndexedGraph;
	readonly easiness: Float64Array;
	readonly items: readonly (readonly Item[])[];
}

const between = (random: Random, { low, high }: { readonly low: number; readonly high: number }) =>
	low + (high - low) * random.next();

/** Learners with ability, strengths alike for neighbours, practice, forgetting, slip, guess, stopping. */
export function simulateLearners(options: SimulationOptions): readonly SimulatedLearner[] {
	const random = createRandom(options.seed);
	const world = createWorld(options, random);
	return Array.from({ length: options.learners }, () => simulateOne(world, options, random));
}

function createWorld({ graph, itemsPerSkill }: SimulationOptions, random: Random): World {
	const indexed = indexGraph(graph);
	const itemOf = (skill: string, n: number): Item => ({
		name: `${skill}/${n}`,
		easiness: WORLD.itemEasiness * gaussian(random),
		guess: between(random, WORLD.guess)
	});
	return {
		graph: indexed,
		easiness: Float64Array.from(indexed.ids, () => WORLD.skillEasiness * gaussian(random)),
		items: indexed.ids.map((skill) =>
			Array.from({ length: itemsPerSkill }, (_, n) => itemOf(skill, n))
		)
	};
}

/** One learner's hidden side. */
interface Mind {
	readonly world: World;
	readonly level: Float64Array;
	readonly practised: Float64Array;
	readonly seenAt: Float64Array;
	readonly gain: number;
	readonly slip: number;
}

function createMind(world: World, random: Random): Mind {
	const ability = WORLD.ability * gaussian(random);
	const own = deviations(world.graph, random);
	return {
		world,
		level: own.map((value, node) => WORLD.start + ability + value + (world.easiness[node] ?? 0)),
		practised: new Float64Array(own.length),
		seenAt: new Float64Array(own.length).fill(-1),
		gain: between(random, WORLD.gain),
		slip: between(random, WORLD.slip)
	};
}

/** Strengths and gaps: each skill inherits part of the mean deviation of its prerequisites. */
function deviations({ order, before }: IndexedGraph, random: Random): Float64Array {
	const own = new Float64Array(order.length);
	for (const node of order) {
		const prior = before[node] ?? [];
		const from = prior.reduce((sum, p) => sum + (own[p] ?? 0), 0) / (prior.length || 1);
		const kept = prior.length > 0 ? WORLD.inherited : 0;
		own[node] =
			kept * from + Math.sqrt(1 - kept ** 2) * WORLD.skillWithinLearner * gaussian(random);
	}
	return own;
}

function levelAt({ level, practised, seenAt }: Mind, node: number, at: number): number {
	const seen = seenAt[node] ?? -1;
	const days = seen < 0 ? 0 : Math.max(0, at - seen) / DAY;
	const learnt = practised[node] ?? 0;
	const lost = Math.min(
		learnt + WORLD.mostLost,
		WORLD.forgetting * Math.log1p(days) * (0.75 + learnt / 2)
	);
	return (level[node] ?? 0) + learnt - lost;
}

const chanceOf = (mind: Mind, node: number, at: number, item: Pick<Item, 'easiness' | 'guess'>) =>
	item.guess + (1 - item.guess - mind.slip) * logistic(levelAt(mind, node, at) + item.easiness);

const AVERAGE_ITEM = { easiness: 0, guess: 0.15 };

function simulateOne(world: World, options: SimulationOptions, random: Random): SimulatedLearner {
	const mind = createMind(world, random);
	const count = Math.round(options.answers * (0.5 + random.next()));
	const answers: SimulatedAnswer[] = [];
	let at = 1_700_000_000 + random.below(DAY);
	while (answers.length < count) {
		at = practise(mind, at, Math.min(count - answers.length, 4 + random.below(9)), random, answers);
		at += DAY * (random.next() < 0.12 ? 7 + random.below(80) : 1 + random.below(4));
	}
	const truth = Float64Array.from(world.graph.ids, (_, node) =>
		chanceOf(mind, node, at, AVERAGE_ITEM)
	);
	return { answers, truth, asOf: at };
}

/** One sitting: a few answers each on two or three neighbouring skills. Returns when it ended. */
function practise(
	mind: Mind,
	start: number,
	count: number,
	random: Random,
	answers: SimulatedAnswer[]
): number {
	let at = start;
	let node = random.below(mind.level.length);
	for (let n = 0; n < count; n++) {
		if (random.next() < 0.25) node = neighbour(mind.world.graph, node, random);
		at += 10 + random.below(80);
		answers.push(answerOne(mind, node, at, random));
	}
	return at;
}

function neighbour({ before, after }: IndexedGraph, node: number, random: Random): number {
	const around = [...(before[node] ?? []), ...(after[node] ?? [])];
	return around[random.below(Math.max(1, around.length))] ?? node;
}

function answerOne(mind: Mind, node: number, at: number, random: Random): SimulatedAnswer {
	const { graph, items } = mind.world;
	const choices = items[node] ?? [];
	const item = choices[random.below(choices.length)] ?? { name: '', easiness: 0, guess: 0 };
	const chance = chanceOf(mind, node, at, item);
	const correct = random.next() < chance;
	const room = 1 - (mind.practised[node] ?? 0) / WORLD.most;
	mind.practised[node] = (mind.practised[node] ?? 0) + mind.gain * room * (correct ? 1 : 0.7);
	mind.seenAt[node] = at;
	return { item: item.name, skills: [graph.ids[node] ?? ''], correct, at, chance };
}
