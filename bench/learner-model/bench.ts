// npm run bench:learner-model [sets held-out diagnostic turns]: accuracy beside published models on the same split,
// speed, diagnostic.
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import {
	answer,
	createModel,
	createStream,
	type Graph,
	nextQuestion,
	shippedParameters,
	startDiagnostic,
	train,
	type TrainingLearner
} from '../../src/engines/learner-model/index.ts';
import { chooseQuestion } from '../../src/engines/learner-model/diagnostic-question.ts';
import {
	simulateDiagnostic,
	type DiagnosticTrial
} from '../../src/engines/learner-model/simulate-diagnostic.ts';
import { simulateGraph } from '../../src/engines/learner-model/simulate-graph.ts';
import {
	areaUnderCurve,
	calibrationError,
	type Forecast,
	logLoss,
	quantile
} from '../../src/engines/statistics/index.ts';
import { findDataSets, type DataSet } from './data-sets.ts';
import { findHeldOutSets } from './held-out-sets.ts';
import { trainBestLr, trainBkt, trainPfa, type Peer } from './peers.ts';

const SEED = 1;
const folder = process.env['LOCUS_BENCH_DATA'] ?? 'data';
const cpuSeconds = () => process.cpuUsage().user / 1e6;

/** What one model did on one set. */
interface Scored {
	readonly forecasts: readonly Forecast[];
	/** Microseconds for one forecast and one update. */
	readonly micros: readonly number[];
	readonly trainingSeconds: number;
	readonly answerPasses: number;
}

function report(name: string, { forecasts, micros, trainingSeconds, answerPasses }: Scored): void {
	const cells = [
		areaUnderCurve(forecasts)?.toFixed(4) ?? '-',
		logLoss(forecasts).toFixed(4),
		calibrationError(forecasts).toFixed(4),
		trainingSeconds.toFixed(1),
		(answerPasses / trainingSeconds / 1e6).toFixed(2),
		quantile(micros, 0.5).toFixed(2),
		quantile(micros, 0.99).toFixed(2),
		(process.memoryUsage().rss / 1e6).toFixed(0)
	];
	console.log(`  ${name.padEnd(8)}${cells.map((cell) => cell.padStart(9)).join('')}`);
}

const HEADER = ['AUC', 'loss', 'ECE', 'CPU s', 'Mpass/s', 'us med', 'us p99', 'MB'];

const answersIn = (learners: readonly TrainingLearner[]) =>
	learners.reduce((sum, answers) => sum + answers.length, 0);

/** A peer foresees a learner at a time, so its microseconds are means over a learner's answers. */
function scorePeer(set: DataSet, trainPeer: (l: DataSet['train']) => Peer): Scored {
	const start = cpuSeconds();
	const peer = trainPeer(set.train);
	const trainingSeconds = cpuSeconds() - start;
	const micros: number[] = [];
	const forecasts = set.test.flatMap((answers) => {
		const from = process.hrtime.bigint();
		const chances = peer.foresee(answers);
		const each = Number(process.hrtime.bigint() - from) / 1000 / answers.length;
		for (let n = 0; n < answers.length; n++) micros.push(each);
		return answers.map(({ correct }, n) => ({ probability: chances[n] ?? 0.5, happened: correct }));
	});
	const answerPasses = peer.passes * answersIn(set.train);
	return { forecasts, micros, trainingSeconds, answerPasses };
}

function scoreOurs(set: DataSet): Scored {
	const start = cpuSeconds();
	const trained = train(shippedParameters, set.train, { seed: SEED, version: 'bench' });
	const trainingSeconds = cpuSeconds() - start;
	const { answerPasses, parameters, improved } = trained;
	const megabytes = (JSON.stringify(parameters).length / 1e6).toFixed(1);
	console.log(`  (parameters of Locus: ${megabytes} MB as text; in use: ${improved})`);
	return { ...follow(parameters, set.test), trainingSeconds, answerPasses };
}

function follow(parameters: typeof shippedParameters, learners: readonly TrainingLearner[]) {
	const model = createModel(parameters);
	const micros: number[] = [];
	const forecasts: Forecast[] = [];
	for (const answers of learners) {
		const stream = createStream(model);
		for (const answer of answers) {
			const from = process.hrtime.bigint();
			const probability = stream.probability(answer);
			stream.learn(answer);
			micros.push(Number(process.hrtime.bigint() - from) / 1000);
			forecasts.push({ probability, happened: answer.correct });
		}
	}
	return { forecasts, micros };
}

const MODELS: readonly (readonly [name: string, score: (set: DataSet) => Scored])[] = [
	['BKT', (set) => scorePeer(set, trainBkt)],
	['PFA', (set) => scorePeer(set, trainPfa)],
	['Best-LR', (set) => scorePeer(set, trainBestLr)],
	['Locus', scoreOurs]
];

/** Every model on the same splits of a set; the forecasts of all splits are scored together. */
function benchSet(name: string, splits: readonly DataSet[]): void {
	const inAll = (part: 'train' | 'test') =>
		splits.map((split) => answersIn(split[part])).join(' + ');
	console.log(`${name}: ${inAll('train')} answers to train on, ${inAll('test')} to foresee`);
	console.log(`  model   ${HEADER.map((column) => column.padStart(9)).join('')}`);
	for (const [model, score] of MODELS) report(model, together(splits.map(score)));
}

function together(all: readonly Scored[]): Scored {
	const sum = (of: (scored: Scored) => number) => all.reduce((total, one) => total + of(one), 0);
	return {
		forecasts: all.flatMap(({ forecasts }) => forecasts),
		micros: all.flatMap(({ micros }) => micros),
		trainingSeconds: sum(({ trainingSeconds }) => trainingSeconds),
		answerPasses: sum(({ answerPasses }) => answerPasses)
	};
}

/** The shared mathematics graph with its grades as usual places, where it is at hand. */
function sharedGraph() {
	const shared = process.env['LOCUS_SHARED_DATA'] ?? '../shared/data';
	const file = (name: string) => `${shared}/ccss-math-coherence/${name}`;
	if (!existsSync(file('prerequisites.csv'))) return undefined;
	const rows = readFileSync(file('prerequisites.csv'), 'utf8').trim().split('\n').slice(1);
	const precedes = rows.map((row) => row.split(',')).map(([a = '', b = '']) => [a, b] as const);
	const { standards }: { standards: { code: string; grade: string }[] } = JSON.parse(
		readFileSync(file('nodes.json'), 'utf8')
	);
	const years = ['K', '1', '2', '3', '4', '5', '6', '7', '8', 'HS'];
	const places = standards.map(
		({ code, grade }) => [code, (years.indexOf(grade) + 0.5) / 10] as const
	);
	return {
		graph: { ids: standards.map(({ code }) => code), precedes },
		places: Object.fromEntries(places)
	};
}

function benchDiagnostic(
	name: string,
	graph: ReturnType<typeof simulateGraph>,
	learners: number,
	options: Omit<Partial<DiagnosticTrial>, 'seed' | 'questions'> = {}
): void {
	const runs = Array.from({ length: learners }, (_, seed) =>
		simulateDiagnostic(graph, { seed, questions: 20, ...options })
	);
	const after = (n: number) => meanWithInterval(runs.map(({ right }) => right.get(n) ?? 0));
	const sure = meanWithInterval(runs.map(({ sureRight }) => sureRight));
	console.log(`  ${name.padEnd(44)} ${after(10)}  ${after(20)}  ${sure}`);
}

/** Mean of independent learners, and half the width of its 95 % interval. */
function meanWithInterval(values: readonly number[]): string {
	const mean = values.reduce((a, b) => a + b, 0) / values.length;
	const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
	return `${mean.toFixed(4)} +- ${(1.96 * Math.sqrt(variance / values.length)).toFixed(4)}`;
}

/** Of this thread, so that other work on the machine counts only as far as it slows the processor. */
function cpuMilliseconds(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1000;
}

/** How long a learner waits between an answer and the next question, and what of it is choosing. */
function benchTurn(outcomes: number): void {
	const graph = simulateGraph(outcomes, 5);
	const waits: number[] = [];
	const choices: number[] = [];
	for (let seed = 0; seed <= TURN_LEARNERS; seed++) {
		const turns = benchTurns(graph, seed);
		// The first learner warms the code up.
		if (seed > 0) turns.forEach(({ wait, choice }) => [waits.push(wait), choices.push(choice)]);
	}
	const ms = (values: readonly number[], q: number) => quantile(values, q).toFixed(1);
	const mean = (values: readonly number[]) =>
		(values.reduce((a, b) => a + b, 0) / values.length).toFixed(1);
	console.log(
		`  ${outcomes} outcomes, from answer to next question, ms of CPU: mean ${mean(waits)}, median ${ms(waits, 0.5)}, p99 ${ms(waits, 0.99)}; choosing alone: mean ${mean(choices)}, median ${ms(choices, 0.5)}`
	);
}

const TURN_LEARNERS = 12;

function benchTurns(graph: Graph, seed: number) {
	const turns: { wait: number; choice: number }[] = [];
	let diagnostic = startDiagnostic(graph, { seed, stopWhenSure: false });
	for (let n = 0; n < 30; n++) {
		const skill = nextQuestion(diagnostic);
		if (skill === undefined) break;
		const from = cpuMilliseconds();
		const next = answer(diagnostic, skill, (n + seed) % 3 === 0 ? 'wrong' : 'right');
		if (!next.ok) break;
		const wait = cpuMilliseconds() - from;
		diagnostic = next.value;
		const chosen = cpuMilliseconds();
		chooseQuestion(diagnostic.columns, new Set(), { slip: 0.1, guess: 0.1 });
		turns.push({ wait, choice: cpuMilliseconds() - chosen });
	}
	return turns;
}

const LEARNERS = Number(process.env['LOCUS_BENCH_LEARNERS'] ?? 100);

/** The sets that may be tuned on. */
function benchSets(): void {
	const { sets, missing } = findDataSets(folder);
	for (const load of sets) {
		const set = load();
		benchSet(set.name, [set]);
	}
	for (const sentence of missing) console.log(`Missing: ${sentence}`);
}

/** The sets nobody may tune on: only when asked for, to report. */
function benchHeldOut(): void {
	const { sets, missing } = findHeldOutSets(folder);
	console.log('Held out: to report, never to tune on');
	for (const load of sets) {
		const { name, splits } = load();
		benchSet(name, splits);
	}
	for (const sentence of missing) console.log(`Missing: ${sentence}`);
}

function benchDiagnostics(): void {
	console.log(
		`Diagnostic, ${LEARNERS} learners each: share of outcomes right after 10 and 20 questions, sure claims right`
	);
	const shared = sharedGraph();
	if (shared !== undefined) {
		const { graph, places } = shared;
		benchDiagnostic('mathematics, 480 outcomes, years told wrongly', graph, LEARNERS, { places });
		benchDiagnostic('the same, loose learners', graph, LEARNERS, { places, scatter: 0.1 });
		benchDiagnostic('mathematics, 480 outcomes, graph alone', graph, LEARNERS);
		const untold = { places, told: false };
		benchDiagnostic('the same, learners by years, untold', graph, LEARNERS, untold);
		benchDiagnostic('the same, a random order', graph, LEARNERS, { drawn: 'order' });
		benchDiagnostic('the same, random outcomes with theirs', graph, LEARNERS, { drawn: 'closure' });
	}
	benchDiagnostic('generated, 1,000 outcomes, graph alone', simulateGraph(1000, 5), LEARNERS);
	benchDiagnostic('generated, 1,500 outcomes, graph alone', simulateGraph(1500, 6), LEARNERS);
}

function benchTurnTimes(): void {
	console.log('Diagnostic: how long a question takes');
	for (const outcomes of [150, 480, 1000]) benchTurn(outcomes);
}

const PARTS: Readonly<Record<string, () => void>> = {
	sets: benchSets,
	'held-out': benchHeldOut,
	diagnostic: benchDiagnostics,
	turns: benchTurnTimes
};
const asked = process.argv.slice(2).filter((part) => part in PARTS);

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, seed ${SEED}`);
for (const part of asked.length > 0 ? asked : ['sets', 'diagnostic', 'turns']) PARTS[part]?.();
if (asked.length === 0)
	console.log('Held-out sets are scored by: npm run bench:learner-model held-out');
