import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TrainingAnswer, TrainingLearner } from '../../src/engines/learner-model/index.ts';
import type { DataSet } from './data-sets.ts';
import { readQMatrix } from './q-matrix.ts';

/** A set nobody may tune on: one or more splits, whose forecasts are scored together. */
export interface HeldOutSet {
	readonly name: string;
	readonly splits: readonly DataSet[];
}

interface Source {
	readonly name: string;
	/** Below `held-out` in the data folder. */
	readonly files: readonly string[];
	readonly from: string;
	readonly load: (paths: readonly string[]) => readonly DataSet[];
}

const GERVET = 'public repository theophilee/learner-performance-prediction';
const AKT = 'public repository arghosh/AKT';
const FOLDS = 5;

/** One set of Gervet et al. (2020) whose training file is public as well. */
const whole = (name: string, folder: string): Source => ({
	name,
	files: ['q_mat.npz', 'preprocessed_data_train.csv', 'preprocessed_data_test.csv'].map((file) =>
		join(folder, file)
	),
	from: `${GERVET}, folder data`,
	load: ([matrix = '', train = '', test = '']) => [
		{ name, train: readLog(train, matrix), test: readLog(test, matrix) }
	]
});

/** One of which only the learners of the test file are at hand: each fifth of them is foreseen from the others. */
const shard = (name: string, folder: string): Source => ({
	name: `${name}, test learners alone`,
	files: ['q_mat.npz', 'preprocessed_data_test.csv'].map((file) => join(folder, file)),
	from: `${GERVET}, folder data`,
	load: ([matrix = '', test = '']) => foldsOf(name, readLog(test, matrix))
});

const SOURCES: readonly Source[] = [
	whole('ASSISTments 2009', 'assistments09'),
	{
		name: 'ASSISTments 2017',
		files: Array.from(
			{ length: FOLDS },
			(_, n) => `assist2017_pid/assist2017_pid_test${n + 1}.csv`
		),
		from: `${AKT}, folder data`,
		// The first of the published folds is foreseen, from all the others.
		load: ([test = '', ...train]) => [
			{ name: 'ASSISTments 2017', train: train.flatMap(readQuadruples), test: readQuadruples(test) }
		]
	},
	shard('Algebra 2005', 'algebra05'),
	shard('Spanish', 'spanish')
];

/** The held-out sets at hand in `folder`, and a sentence for each that is missing. */
export function findHeldOutSets(folder: string) {
	const paths = ({ files }: Source) => files.map((file) => join(folder, 'held-out', file));
	const isThere = (source: Source) => paths(source).every((path) => existsSync(path));
	return {
		sets: SOURCES.filter(isThere).map((source) => (): HeldOutSet => {
			return { name: source.name, splits: source.load(paths(source)) };
		}),
		missing: SOURCES.filter((source) => !isThere(source)).map(
			({ name, files, from }) =>
				`${name}: put ${files.join(', ')} from the ${from} into ${join(folder, 'held-out')}`
		)
	};
}

function foldsOf(name: string, learners: readonly TrainingLearner[]): readonly DataSet[] {
	return Array.from({ length: FOLDS }, (_, fold) => ({
		name,
		train: learners.filter((_learner, n) => n % FOLDS !== fold),
		test: learners.filter((_learner, n) => n % FOLDS === fold)
	}));
}

/** Lines of learner, item, seconds, answer and a name for the item's skills together; a row an answer, in order. */
function readLog(file: string, matrix: string): readonly TrainingLearner[] {
	const skills = readQMatrix(matrix);
	const rows = linesOf(file)
		.slice(1)
		.map((line) => line.split('\t'));
	const isTimed = rows.some(([, , seconds]) => seconds !== '0');
	const answer = ([, item = '', seconds, correct]: readonly string[]): TrainingAnswer => ({
		item,
		skills: skills[Number(item)] ?? [],
		correct: correct === '1',
		at: isTimed ? Number(seconds) : undefined
	});
	return [...Map.groupBy(rows, ([learner]) => learner).values()].map((own) => own.map(answer));
}

/** Four lines a learner: who, items, skills, answers. */
function readQuadruples(file: string): readonly TrainingLearner[] {
	const lines = linesOf(file).map((line) => line.split(','));
	return Array.from({ length: Math.floor(lines.length / 4) }, (_, n) => {
		const [, items = [], skills = [], answers = []] = lines.slice(4 * n, 4 * n + 4);
		return items.map((item, at) => ({
			item,
			skills: [skills[at] ?? ''],
			correct: answers[at] === '1'
		}));
	});
}

const linesOf = (file: string) =>
	readFileSync(file, 'utf8')
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
