// npm run bench:learner-model: accuracy beside published models on the same split, speed, diagnostic.
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import {
	createModel,
	createStream,
	shippedParameters,
	train,
	type TrainingLearner
} from '../../src/engines/learner-model/index.ts';
import { simulateDiagnostic } from '../../src/engines/learner-model/simulate-diagnostic.ts';
import { simulateGraph } from '../../src/engines/learner-model/simulate-graph.ts';
import {
	areaUnderCurve,
	calibrationError,
	type Forecast,
	logLoss,
	quantile
} from '../../src/engines/statistics/index.ts';
import { findDataSets, type DataSet } from './data-sets.ts';
import { trainBestLr, trainBkt, trainPfa, type Peer } from './peers.ts';

const SEED = 1;
const folder = process.env['LOCUS_BENCH_DATA'] ?? 'data';
const cpuSeconds = () => process.cpuUsage().user / 1e6;

function report(name: string, forecasts: readonly Forecast[], seconds: number): void {
	const auc = areaUnderCurve(forecasts)?.toFixed(4) ?? '-';
	const scores = `${auc}  ${logLoss(forecasts).toFixed(4)}  ${calibrationError(forecasts).toFixed(4)}`;
	console.log(`  ${name.padEnd(10)} ${scores}  ${seconds.toFixed(1)}`);
}

function benchPeer(name: string, set: DataSet, trainPeer: (l: DataSet['train']) => Peer): void {
	const start = cpuSeconds();
	const peer = trainPeer(set.train);
	const seconds = cpuSeconds() - start;
	const forecasts = set.test.flatMap((answers) => {
		const chances = peer.foresee(answers);
		return answers.map(({ correct }, n) => ({ probability: chances[n] ?? 0.5, happened: correct }));
	});
	report(name, forecasts, seconds);
}

function benchOurs(set: DataSet): void {
	const start = cpuSeconds();
	const trained = train(shippedParameters, set.train, { seed: SEED, version: 'bench' });
	const seconds = cpuSeconds() - start;
	const { forecasts, micros } = follow(trained.parameters, set.test);
	report('Locus', forecasts, seconds);
	const memory = (process.memoryUsage().rss / 1e6).toFixed(0);
	const [median, high] = [quantile(micros, 0.5).toFixed(2), quantile(micros, 0.99).toFixed(2)];
	console.log(`  predict + update: median ${median} us, p99 ${high} us; ${memory} MB in use`);
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

function benchSet(set: DataSet): void {
	const count = (learners: readonly TrainingLearner[]) =>
		learners.reduce((sum, answers) => sum + answers.length, 0);
	console.log(
		`${set.name}: ${count(set.train)} answers to train on, ${count(set.test)} to foresee`
	);
	console.log('  model      AUC     loss    ECE     CPU s to train');
	benchPeer('BKT', set, trainBkt);
	benchPeer('PFA', set, trainPfa);
	benchPeer('Best-LR', set, trainBestLr);
	benchOurs(set);
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
	options: { places?: Record<string, number>; scatter?: number } = {}
): void {
	const runs = Array.from({ length: learners }, (_, seed) =>
		simulateDiagnostic(graph, { seed, questions: 20, ...options })
	);
	const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
	const after = (n: number) => mean(runs.map(({ right }) => right.get(n) ?? 0)).toFixed(4);
	const sure = mean(runs.map(({ sureRight }) => sureRight)).toFixed(4);
	console.log(`  ${name.padEnd(44)} ${after(10)}  ${after(20)}  ${sure}`);
}

const LEARNERS = Number(process.env['LOCUS_BENCH_LEARNERS'] ?? 40);

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, seed ${SEED}`);
const { sets, missing } = findDataSets(folder);
for (const load of sets) benchSet(load());
for (const sentence of missing) console.log(`Missing: ${sentence}`);
console.log('Diagnostic: share of outcomes right after 10 and 20 questions, sure claims right');
const shared = sharedGraph();
if (shared !== undefined) {
	const { graph, places } = shared;
	benchDiagnostic('mathematics, 480 outcomes, years told wrongly', graph, LEARNERS, { places });
	benchDiagnostic('the same, loose learners', graph, LEARNERS, { places, scatter: 0.1 });
	benchDiagnostic('mathematics, 480 outcomes, graph alone', graph, LEARNERS);
}
benchDiagnostic('generated, 1,000 outcomes, graph alone', simulateGraph(1000, 5), LEARNERS);
benchDiagnostic('generated, 1,500 outcomes, graph alone', simulateGraph(1500, 6), LEARNERS);
