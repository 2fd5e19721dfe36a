import { fail, ok, type Probability, probability, type Result } from '../kernel/index.ts';
import { columnsOf, type Columns } from './diagnostic-columns.ts';
import { createNoise } from './diagnostic-noise.ts';
import { viewsOf } from './diagnostic-places.ts';
import { chooseQuestion, type Choice } from './diagnostic-question.ts';
import {
	drawSample,
	type Evidence,
	type Range,
	type Sample,
	type Setting
} from './diagnostic-sample.ts';
import { updateSample } from './diagnostic-update.ts';
import { indexGraph, type Graph, type IndexedGraph } from './graph.ts';
import { earlierFirst, packNeighbours } from './packed-graph.ts';

export type DiagnosticAnswer = 'right' | 'wrong' | 'dont-know-yet';

/** How a diagnostic is run. All probabilities in [0, 1]. */
export interface DiagnosticOptions {
	/** Fixes every random choice; use one per learner. */
	readonly seed: number;
	/** Chance that a learner who can do it answers wrong; 0.1 when absent. */
	readonly slip?: number | undefined;
	/** Chance that a learner who cannot do it answers right; 0.1 when absent. */
	readonly guess?: number | undefined;
	/** The diagnostic ends after this many questions; 35 when absent. */
	readonly mostQuestions?: number | undefined;
	/** Whether it ends by itself once it is sure enough; true when absent. */
	readonly stopWhenSure?: boolean | undefined;
	/** Expected place of this learner on the whole graph, 0 = start, 1 = end; unknown when absent. */
	readonly expectedLevel?: number | undefined;
	/** Outcomes for which there is an item to ask; all of them when absent. */
	readonly askable?: readonly string[] | undefined;
	/**
	 * Where outcomes are usually learnt on the whole way, 0 = start, 1 = end (from ages or years; may
	 * be wrong); read off the graph for those without.
	 */
	readonly places?: Readonly<Record<string, number>> | undefined;
}

/** A diagnostic at one moment. Opaque; each answer makes a new one. */
export interface Diagnostic {
	/** The outcomes in the order in which they were given. */
	readonly ids: readonly string[];
	readonly graph: IndexedGraph;
	readonly options: DiagnosticOptions;
	readonly asked: readonly Asked[];
	readonly stopped: boolean;
	readonly setting: Setting;
	readonly evidence: readonly Evidence[];
	readonly sample: Sample;
	readonly columns: Columns;
	/** What to ask next; undefined when nothing is left to ask. */
	readonly choice: Choice | undefined;
}

export interface Asked {
	readonly skill: string;
	readonly answer: DiagnosticAnswer;
}

/** All that needs keeping: with the same graph, `resumeDiagnostic` gives the same diagnostic. */
export interface SavedDiagnostic {
	readonly format: 1;
	readonly options: DiagnosticOptions;
	readonly asked: readonly Asked[];
	readonly stopped: boolean;
}

/** Begins a diagnostic over all outcomes of the graph. */
export function startDiagnostic(graph: Graph, options: DiagnosticOptions): Diagnostic {
	const given = indexGraph(graph);
	const indexed = indexGraph(earlierFirst(given));
	const setting: Setting = {
		graph: indexed,
		before: packNeighbours(indexed.before),
		views: viewsOf(indexed, options.places),
		noise: createNoise(indexed, options.seed),
		level: levelRange(options.expectedLevel)
	};
	const sample = drawSample(setting, options.seed + 1);
	return withSample(
		{ ids: given.ids, graph: indexed, options, asked: [], stopped: false, setting, evidence: [] },
		sample
	);
}

/** A little beyond both ends, so that knowing nothing and knowing all are possible. */
const ANY_LEVEL: Range = { low: -0.15, high: 1.15 };
const AROUND = 0.3;

const levelRange = (expected: number | undefined): Range =>
	expected === undefined || !(expected >= 0 && expected <= 1)
		? ANY_LEVEL
		: { low: expected - AROUND, high: expected + AROUND };

type Unasked = Omit<Diagnostic, 'sample' | 'columns' | 'choice'>;

const withSample = (diagnostic: Unasked, sample: Sample): Diagnostic =>
	withColumns(diagnostic, sample, columnsOf(sample));

function withColumns(diagnostic: Unasked, sample: Sample, columns: Columns): Diagnostic {
	const choice = chooseQuestion(columns, unaskable(diagnostic), ratesOf(diagnostic.options));
	return { ...diagnostic, sample, columns, choice };
}

/** Outcomes asked already or without an item. */
function unaskable({ graph, asked, options }: Unasked): ReadonlySet<number> {
	const skip = new Set(asked.map(({ skill }) => graph.index.get(skill) ?? -1));
	const askable = options.askable && new Set(options.askable);
	if (askable) graph.ids.forEach((id, node) => askable.has(id) || skip.add(node));
	return skip;
}

/** The outcome to ask about next, or undefined when the diagnostic is done. */
export function nextQuestion(diagnostic: Diagnostic): string | undefined {
	const { graph, choice } = diagnostic;
	return isDone(diagnostic).done || choice === undefined ? undefined : graph.ids[choice.node];
}

/** No answer is ever impossible: rates stay inside (0, 1/2). */
const bounded = (rate: number) => Math.max(0.001, Math.min(0.499, rate));
const ratesOf = ({ slip = 0.1, guess = 0.1 }: DiagnosticOptions) => ({
	slip: bounded(slip),
	guess: bounded(guess)
});

/** Takes in one answer. "I don't know yet" is believed more than a wrong answer: nobody slips into it. */
export function answer(
	diagnostic: Diagnostic,
	skill: string,
	given: DiagnosticAnswer
): Result<Diagnostic, 'learner-model.unknown-skill'> {
	const node = diagnostic.graph.index.get(skill);
	if (node === undefined) return fail('learner-model.unknown-skill');
	const { setting, options } = diagnostic;
	const asked = [...diagnostic.asked, { skill, answer: given }];
	const evidence = [...diagnostic.evidence, { node, ...likelihood(given, options) }];
	const seed = options.seed + 1 + asked.length;
	const sample = updateSample(setting, diagnostic.sample, evidence, seed);
	return ok(withSample({ ...diagnostic, asked, evidence }, sample));
}

/** Chance of this answer if the learner can, and if not. */
function likelihood(given: DiagnosticAnswer, options: DiagnosticOptions) {
	const { slip, guess } = ratesOf(options);
	if (given === 'right') return { can: 1 - slip, cannot: guess };
	if (given === 'wrong') return { can: slip, cannot: 1 - guess };
	return { can: slip / 2, cannot: 1 - guess / 2 };
}

/** Leaves an outcome out of what can be asked (nothing is left to ask about it); what is known of it stays. */
export function skipOutcome(diagnostic: Diagnostic, skill: string): Diagnostic {
	const { graph, options, sample, columns, choice } = diagnostic;
	const askable = (options.askable ?? graph.ids).filter((id) => id !== skill);
	const without = { ...diagnostic, options: { ...options, askable } };
	// Another outcome was not going to be asked about now: the choice stands.
	if (choice === undefined || graph.ids[choice.node] !== skill) return without;
	return withColumns(without, sample, columns);
}

/** The learner has had enough; what is known so far is kept. */
export const stopDiagnostic = (diagnostic: Diagnostic): Diagnostic => ({
	...diagnostic,
	stopped: true
});

export type DoneReason =
	'stopped' | 'sure-enough' | 'little-to-learn' | 'most-questions' | 'nothing-left-to-ask';
export type Done = { readonly done: false } | { readonly done: true; readonly reason: DoneReason };

/** Share of outcomes that must lie outside 0.2 - 0.8 for the diagnostic to be sure enough. */
const SURE_SHARE = 0.95;
/** Questions before it may stop by itself. */
const FEWEST = 8;
/** Fall of variance an outcome, on average, below which another question is not worth a child's time. */
const LEAST_GAIN = 0.0004;

/** Whether to stop asking, and why. */
export function isDone(diagnostic: Diagnostic): Done {
	const { asked, options, stopped } = diagnostic;
	if (stopped) return { done: true, reason: 'stopped' };
	if (asked.length >= (options.mostQuestions ?? 35))
		return { done: true, reason: 'most-questions' };
	if (diagnostic.choice === undefined) return { done: true, reason: 'nothing-left-to-ask' };
	const reason = options.stopWhenSure === false ? undefined : reasonToStop(diagnostic);
	return reason === undefined ? { done: false } : { done: true, reason };
}

function reasonToStop(diagnostic: Diagnostic): DoneReason | undefined {
	const { asked, choice, columns } = diagnostic;
	if (asked.length < FEWEST) return undefined;
	if (sureShare(diagnostic) >= SURE_SHARE) return 'sure-enough';
	return (choice?.gain ?? 0) < LEAST_GAIN * columns.nodes ? 'little-to-learn' : undefined;
}

function sureShare({ columns: { marginals } }: Diagnostic): number {
	const sure = marginals.reduce((n, p) => n + (p < 0.2 || p > 0.8 ? 1 : 0), 0);
	return marginals.length === 0 ? 1 : sure / marginals.length;
}

/** What the diagnostic believes about one outcome. */
export interface OutcomeResult {
	readonly skill: string;
	readonly probability: Probability;
	readonly verdict: 'can' | 'not-yet' | 'unsure';
	readonly asked: boolean;
}

/** The result so far for every outcome, in the order of the graph's ids. Valid at any moment. */
export function diagnosticResult(diagnostic: Diagnostic): readonly OutcomeResult[] {
	const { ids, graph, columns, asked } = diagnostic;
	const askedSkills = new Set(asked.map(({ skill }) => skill));
	return ids.map((skill) => {
		const p = Math.min(1, Math.max(0, columns.marginals[graph.index.get(skill) ?? -1] ?? 0.5));
		const verdict = p >= 0.8 ? 'can' : p <= 0.2 ? 'not-yet' : 'unsure';
		return { skill, probability: probability(p), verdict, asked: askedSkills.has(skill) };
	});
}

/** The little that has to be stored to continue later, on another device. */
export const saveDiagnostic = ({ options, asked, stopped }: Diagnostic): SavedDiagnostic => ({
	format: 1,
	options,
	asked,
	stopped
});

/** Continues a saved diagnostic; answers about outcomes no longer in the graph are passed over. */
export function resumeDiagnostic(graph: Graph, saved: SavedDiagnostic): Diagnostic {
	let diagnostic = startDiagnostic(graph, saved.options);
	for (const { skill, answer: given } of saved.asked) {
		const next = answer(diagnostic, skill, given);
		if (next.ok) diagnostic = next.value;
	}
	return { ...diagnostic, stopped: saved.stopped };
}
