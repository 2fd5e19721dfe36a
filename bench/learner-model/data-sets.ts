import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TrainingAnswer, TrainingLearner } from '../../src/engines/learner-model/index.ts';

/** A data set as this machine has it, already split by learner. */
export interface DataSet {
	readonly name: string;
	readonly train: readonly TrainingLearner[];
	readonly test: readonly TrainingLearner[];
}

interface Source {
	readonly name: string;
	/** Below the data folder. */
	readonly files: readonly string[];
	readonly from: string;
	load(folder: string): DataSet;
}

const DKVMN = 'public repository jennyzhang0215/DKVMN, folder data';

/** The sets the model may be tuned on; every other set is held out. */
const SOURCES: readonly Source[] = [
	{
		name: 'Statics 2011',
		files: ['STATICS_train.csv', 'STATICS_test.csv', 'STATICS_qid_sid_sname'],
		from: `${DKVMN}/STATICS`,
		load: (folder) => {
			const skills = staticsSkills(join(folder, 'STATICS_qid_sid_sname'));
			const read = (file: string) => readTriples(join(folder, file), (q) => skills.get(q) ?? '?');
			return {
				name: 'Statics 2011',
				train: read('STATICS_train.csv'),
				test: read('STATICS_test.csv')
			};
		}
	},
	{
		name: 'ASSISTments 2015',
		files: ['assist2015_train.csv', 'assist2015_test.csv'],
		from: `${DKVMN}/assist2015`,
		load: (folder) => ({
			name: 'ASSISTments 2015',
			train: readTriples(join(folder, 'assist2015_train.csv'), (q) => q),
			test: readTriples(join(folder, 'assist2015_test.csv'), (q) => q)
		})
	},
	{
		name: 'synthetic-5',
		files: ['naive_c5_q50_s4000_v0.csv'],
		from: 'public repository chrispiech/DeepKnowledgeTracing, folder data/synthetic',
		load: (folder) => {
			const learners = readRows(join(folder, 'naive_c5_q50_s4000_v0.csv'));
			return { name: 'synthetic-5', train: learners.slice(0, 2000), test: learners.slice(2000) };
		}
	}
];

/** The sets at hand in `folder`, and a sentence for each that is missing. */
export function findDataSets(folder: string) {
	const isThere = ({ files }: Source) => files.every((file) => existsSync(join(folder, file)));
	return {
		sets: SOURCES.filter(isThere).map((source) => () => source.load(folder)),
		missing: SOURCES.filter((source) => !isThere(source)).map(
			({ name, files, from }) => `${name}: put ${files.join(', ')} from the ${from} into ${folder}`
		)
	};
}

const fields = (line: string) =>
	line
		.trim()
		.split(',')
		.filter((field) => field !== '');

/** Three lines a learner: how many, items, answers. */
function readTriples(file: string, skillOf: (item: string) => string): readonly TrainingLearner[] {
	const lines = readFileSync(file, 'utf8').split('\n');
	const learners: TrainingLearner[] = [];
	for (let at = 0; at + 2 < lines.length; at += 3) {
		const answers = fields(lines[at + 2] ?? '');
		learners.push(
			fields(lines[at + 1] ?? '').map((item, n): TrainingAnswer => {
				return { item, skills: [skillOf(item)], correct: answers[n] === '1' };
			})
		);
	}
	return learners;
}

/** One line a learner: the answers to the same fifty questions. */
const readRows = (file: string): readonly TrainingLearner[] =>
	readFileSync(file, 'utf8')
		.trim()
		.split('\n')
		.map((line) =>
			fields(line).map((field, n) => ({ item: `${n}`, skills: ['all'], correct: field === '1' }))
		);

function staticsSkills(file: string): ReadonlyMap<string, string> {
	const rows = readFileSync(file, 'utf8').split('\n').slice(1);
	return new Map(rows.map((row) => [row.split('\t')[0] ?? '', row.split('\t')[1] ?? '']));
}
