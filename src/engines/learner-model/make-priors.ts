import { toLogit } from '../kernel/index.ts';
import { fitCalibration } from './fit-calibration.ts';
import { fitSpread, type Miss } from './fit-spread.ts';
import { FEATURES, type Feature } from './feature-names.ts';
import { foresee } from './held-out.ts';
import { createModel } from './model.ts';
import type { Parameters } from './parameters.ts';
import { predict } from './predict.ts';
import { applyResponse } from './apply-event.ts';
import { simulateGraph } from './simulate-graph.ts';
import { simulateLearners, type SimulatedLearner } from './simulate-learners.ts';
import { gapDaysOf, rightOf, wrongOf } from './skill-record.ts';
import { emptyDraft, type State } from './state.ts';
import { trainLinear } from './train-linear.ts';
import { unlearnt } from './training-rows.ts';

/**
 * Signs that hold for any learner, so that a right answer never lowers a shipped belief and a wrong
 * one never raises it; features without an entry stay at zero until a school has answers of its own.
 */
const SIGNS: Partial<Record<Feature, 1 | -1>> = {
	easiness: 1,
	ability: 1,
	right: 1,
	wrong: -1,
	rate: 1,
	'recent-fast': 1,
	'recent-slow': 1,
	surprise: 1,
	streak: 1,
	'overall-middle': 1,
	'overall-slow': 1,
	'repeat-right': 1,
	'skill-gap': -1,
	'skill-gap-known': -1,
	before: 1,
	after: 1
};

/** Where the search for the weights starts. */
const BLANK: Parameters = {
	format: 2,
	version: 'blank',
	skills: [],
	items: [],
	easiness: { start: 0, skills: [], items: [], itemAnswers: [], step: 0.5, decay: 0.05 },
	weights: FEATURES.map((name) => (name === 'easiness' || name === 'item' ? 1 : 0)),
	skillWeights: [],
	itemWeights: [],
	memory: { spans: [], size: 0, leaves: [], reads: [] },
	sequence: { itemPairs: [], itemValues: [], skillPairs: [], skillValues: [] },
	tables: [],
	calibration: { slope: 1, shift: 0 },
	spread: { skill: 1, ability: 0.7, drift: 0.04 }
};

const school = (seed: number) =>
	simulateLearners({
		seed,
		graph: GRAPH,
		learners: 600,
		answers: 80,
		itemsPerSkill: 6
	});
const GRAPH = simulateGraph(60, 5);

/** The priors a cold school starts from, learnt from a made-up school with unknown skills and items. */
export function makePriors(version: string): Parameters {
	const [taught, checked] = [school(11), school(12)];
	const signs = FEATURES.map((name) => (name === 'one' ? undefined : (SIGNS[name] ?? 0)));
	const { parameters: linear } = trainLinear(
		BLANK,
		unlearnt(taught.map(({ answers }) => answers)),
		{
			seed: 1,
			version,
			graph: GRAPH,
			anonymous: true,
			signs
		}
	);
	const bare = { ...linear, memory: BLANK.memory };
	const parameters = { ...bare, calibration: calibrationOn(bare, checked) };
	return rounded({ ...parameters, spread: fitSpread(missesOn(parameters, checked)) });
}

function calibrationOn(parameters: Parameters, learners: readonly SimulatedLearner[]) {
	const logOdds: number[] = [];
	const correct: number[] = [];
	const answers = learners.map((learner) => learner.answers);
	foresee(createModel(parameters, GRAPH), answers, (foreseen) => {
		logOdds.push(foreseen.logOdds);
		correct.push(foreseen.answer.correct ? 1 : 0);
	});
	return fitCalibration(Float64Array.from(logOdds), Uint8Array.from(correct));
}

/** How far the beliefs about every skill are from the truth, early and late in each learner's log. */
export function missesOn(
	parameters: Parameters,
	learners: readonly SimulatedLearner[]
): readonly Miss[] {
	const model = createModel(parameters, GRAPH);
	return learners.flatMap(({ answers, truth, asOf }) => {
		const draft = emptyDraft(model.version, model.memorySize);
		for (const answer of answers)
			applyResponse(model, draft, { ...answer, kind: 'response', id: '' });
		return GRAPH.ids.map((skill, node) => {
			const believed = predict(model, draft, { skills: [skill], at: asOf }).logit;
			const error = toLogit(truth[node] ?? 0.5) - believed;
			return { error, overall: draft.whole.evidence, ...evidenceOn(draft, skill, asOf) };
		});
	});
}

function evidenceOn({ slots, words }: State, skill: string, at: number) {
	const slot = slots.get(skill);
	if (slot === undefined) return { evidence: 0, gapDays: 0 };
	return {
		evidence: rightOf(words, slot) + wrongOf(words, slot),
		gapDays: gapDaysOf(words, slot, at)
	};
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

const rounded = (parameters: Parameters): Parameters => ({
	...parameters,
	easiness: { ...parameters.easiness, start: round(parameters.easiness.start) },
	weights: parameters.weights.map(round),
	calibration: {
		slope: round(parameters.calibration.slope),
		shift: round(parameters.calibration.shift)
	}
});
