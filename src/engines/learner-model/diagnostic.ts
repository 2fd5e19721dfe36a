import { fail, ok, type Probability, probability, type Result } from '../kernel/index.ts';
import { sampleStates, type Sample } from './diagnostic-sample.ts';
import { chooseQuestion } from './diagnostic-question.ts';
import { reweigh } from './diagnostic-sample.ts';
import { indexGraph, type Graph, type IndexedGraph } from './graph.ts';

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
	/** Expected place of this learner on the whole graph, 0 = start, 1 = end; unknown when absent. */
	readonly expectedLevel?: number | undefined;
	/** Outcomes for which there is an item to ask; all of them when absent. */
	readonly askable?: readonly string[] | undefined;
}

/** A diagnostic at one moment. Opaque; each answer makes a new one. */
export interface Diagnostic {
	readonly graph: IndexedGraph;
	readonly options: DiagnosticOptions;
	readonly asked: readonly Asked[];
	readonly stopped: boolean;
	readonly sample: Sample;
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
	const indexed = indexGraph(graph);
	const sample = sampleStates(indexed, options.seed, options.expectedLevel);
	return { graph: indexed, options, asked: [], stopped: false, sample };
}

/** The outcome to ask about next, or undefined when the diagnostic is done. */
export function nextQuestion(diagnostic: Diagnostic): string | undefined {
	if (isDone(diagnostic).done) return undefined;
	return bestQuestion(diagnostic);
}

function bestQuestion({ graph, sample, asked, options }: Diagnostic): string | undefined {
	const skip = new Set(asked.map(({ skill }) => graph.index.get(skill) ?? -1));
	const askable = options.askable && new Set(options.askable);
	if (askable) graph.ids.forEach((id, node) => askable.has(id) || skip.add(node));
	const node = chooseQuestion(sample, skip, ratesOf(options));
	return node === undefined ? undefined : graph.ids[node];
}

const ratesOf = ({ slip = 0.1, guess = 0.1 }: DiagnosticOptions) => ({ slip, guess });

/** Takes in one answer. "I don't know yet" is believed more than a wrong answer: nobody slips into it. */
export function answer(
	diagnostic: Diagnostic,
	skill: string,
	given: DiagnosticAnswer
): Result<Diagnostic, 'learner-model.unknown-skill'> {
	const node = diagnostic.graph.index.get(skill);
	if (node === undefined) return fail('learner-model.unknown-skill');
	const sample = reweigh(diagnostic.sample, node, likelihood(given, diagnostic.options));
	return ok({ ...diagnostic, sample, asked: [...diagnostic.asked, { skill, answer: given }] });
}

/** Chance of this answer if the learner can, and if not. */
function likelihood(given: DiagnosticAnswer, options: DiagnosticOptions) {
	const { slip, guess } = ratesOf(options);
	if (given === 'right') return { can: 1 - slip, cannot: guess };
	if (given === 'wrong') return { can: slip, cannot: 1 - guess };
	return { can: slip / 2, cannot: 1 - guess / 2 };
}

/** The learner has had enough; what is known so far is kept. */
export const stopDiagnostic = (diagnostic: Diagnostic): Diagnostic => ({
	...diagnostic,
	stopped: true
});

export type DoneReason = 'stopped' | 'sure-enough' | 'most-questions' | 'nothing-left-to-ask';
export type Done = { readonly done: false } | { readonly done: true; readonly reason: DoneReason };

/** Share of outcomes that must lie outside 0.2 - 0.8 for the diagnostic to be sure enough. */
const SURE_SHARE = 0.95;

/** Whether to stop asking, and why. */
export function isDone(diagnostic: Diagnostic): Done {
	const { asked, options, stopped } = diagnostic;
	if (stopped) return { done: true, reason: 'stopped' };
	if (asked.length >= (options.mostQuestions ?? 35))
		return { done: true, reason: 'most-questions' };
	if (asked.length >= 5 && sureShare(diagnostic) >= SURE_SHARE)
		return { done: true, reason: 'sure-enough' };
	if (bestQuestion(diagnostic) === undefined) return { done: true, reason: 'nothing-left-to-ask' };
	return { done: false };
}

function sureShare({ sample }: Diagnostic): number {
	const sure = sample.marginals.reduce((n, p) => n + (p < 0.2 || p > 0.8 ? 1 : 0), 0);
	return sample.marginals.length === 0 ? 1 : sure / sample.marginals.length;
}

/** What the diagnostic believes about one outcome. */
export interface OutcomeResult {
	readonly skill: string;
	readonly probability: Probability;
	readonly verdict: 'can' | 'not-yet' | 'unsure';
	readonly asked: boolean;
}

/** The result so far for every outcome, in the order of the graph's ids. Valid at any moment. */
export function diagnosticResult({ graph, sample, asked }: Diagnostic): readonly OutcomeResult[] {
	const askedSkills = new Set(asked.map(({ skill }) => skill));
	return graph.ids.map((skill, node) => {
		const p = Math.min(1, Math.max(0, sample.marginals[node] ?? 0.5));
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
