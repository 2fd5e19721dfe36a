import * as v from 'valibot';
import type { Item, MathEquivalence } from '#lib/server/modules/curriculum/items/index.ts';
import type { DiagnosticCode, Report } from '../diagnostics/index.ts';
import type { JsonLine } from '../lines/index.ts';
import { convertStep, type ConvertedStep, type LeftOutReason } from './convert-step.ts';
import { fillTemplate, isTemplate } from './fill-template.ts';
import { problemSchema, type OatutorProblem } from './problem.ts';

/** Every problem, step and hint that came in, and what became of it; the parts add up to the wholes. */
export interface ConversionCount {
	problems: number;
	/** Problems of which no step is kept. */
	problemsLeftOut: number;
	steps: number;
	kept: number;
	readonly leftOut: Record<LeftOutReason, number>;
	/** Hints, scaffolds and their sub-hints. */
	hints: number;
	keptHints: number;
	emptyHints: number;
	/** Hints of steps that are left out. */
	leftOutHints: number;
	mendedHintLinks: number;
	mergedChoices: number;
	stepsWithoutHints: number;
	templates: number;
	/** Kept steps that repeat another's question and answer inside a problem of several steps. */
	repeatsKept: number;
}

const noCount = (): ConversionCount => ({
	problems: 0,
	problemsLeftOut: 0,
	steps: 0,
	kept: 0,
	leftOut: {
		'no-question': 0,
		'one-choice': 0,
		'unreadable-text': 0,
		'unreadable-answer': 0,
		repeated: 0
	},
	hints: 0,
	keptHints: 0,
	emptyHints: 0,
	leftOutHints: 0,
	mendedHintLinks: 0,
	mergedChoices: 0,
	stepsWithoutHints: 0,
	templates: 0,
	repeatsKept: 0
});

const codeOf: Readonly<Record<LeftOutReason, DiagnosticCode>> = {
	'no-question': 'import.oatutor.left-out-no-question',
	'one-choice': 'import.oatutor.left-out-one-choice',
	'unreadable-text': 'import.oatutor.left-out-unreadable-text',
	'unreadable-answer': 'import.oatutor.left-out-unreadable-answer',
	repeated: 'import.oatutor.left-out-repeated'
};

type Step = OatutorProblem['steps'][number];
const hintsIn = (step: Step) => step.hints.reduce((sum, hint) => sum + 1 + hint.subHints.length, 0);

/** What makes two questions the same for a learner. */
function likeness(item: Item): string {
	const options = item.kind === 'choice' ? item.choices.map(({ text }) => text).toSorted() : [];
	const right =
		item.kind === 'choice'
			? item.choices.find(({ key }) => key === item.secret.correct)?.text
			: item.secret;
	return JSON.stringify([item.stem, item.kind, options, right]);
}

/** Steps of one problem belong together; their places count the kept ones. */
function grouped(problemId: string, items: readonly Item[]): readonly Item[] {
	if (items.length < 2) return items;
	return items.map((item, n) => ({
		...item,
		group: { id: problemId, position: n + 1, of: items.length }
	}));
}

/** Converts one problem after another, counting all that comes in and reporting all that is changed or left out. */
export class ProblemConverter {
	readonly count = noCount();
	private readonly seen = new Set<string>();
	private readonly ids = new Set<string>();
	private readonly maths: MathEquivalence;
	private readonly report: Report;
	private readonly file: string;

	constructor(maths: MathEquivalence, report: Report, file: string) {
		this.maths = maths;
		this.report = report;
		this.file = file;
	}

	/** The items of one line; an unreadable line or a repeated id is an error in the report. */
	convert({ row, value }: JsonLine): readonly Item[] {
		const parsed = v.safeParse(problemSchema, value);
		if (!parsed.success) {
			const field = v.getDotPath(parsed.issues[0]);
			this.report.add('import.oatutor.not-a-problem', { file: this.file, row, field });
			return [];
		}
		const problem = this.withoutTemplate(parsed.output, row);
		this.count.problems += 1;
		const items = problem.steps.flatMap((step) => this.convertOne(problem, step, row));
		if (items.length === 0) this.count.problemsLeftOut += 1;
		return grouped(problem.id, items);
	}

	private note(code: DiagnosticCode, row: number, field: string): void {
		this.report.add(code, { file: this.file, row, field });
	}

	private withoutTemplate(problem: OatutorProblem, row: number): OatutorProblem {
		if (!isTemplate(problem)) return problem;
		this.count.templates += 1;
		this.note('import.oatutor.template-filled', row, 'variabilization');
		return fillTemplate(problem);
	}

	private convertOne(problem: OatutorProblem, step: Step, row: number): readonly Item[] {
		this.count.steps += 1;
		this.count.hints += hintsIn(step);
		const field = `steps.${problem.steps.indexOf(step)}`;
		if (this.ids.has(step.id)) this.note('import.oatutor.duplicate-id', row, `${field}.id`);
		this.ids.add(step.id);
		const converted = convertStep(this.maths, problem, step);
		const reason = converted.ok ? this.repeats(problem, converted.item) : converted.reason;
		if (!converted.ok || reason) {
			this.leaveOut(reason ?? 'repeated', step, row, field);
			return [];
		}
		this.countKept(converted, row, field);
		return [converted.item];
	}

	private repeats(problem: OatutorProblem, item: Item): LeftOutReason | null {
		const key = likeness(item);
		const known = this.seen.has(key);
		this.seen.add(key);
		if (!known) return null;
		// A step of a longer problem is kept: the next step may build on it.
		if (problem.steps.length === 1) return 'repeated';
		this.count.repeatsKept += 1;
		return null;
	}

	private leaveOut(reason: LeftOutReason, step: Step, row: number, field: string): void {
		this.count.leftOut[reason] += 1;
		this.count.leftOutHints += hintsIn(step);
		this.note(codeOf[reason], row, field);
	}

	private countKept(
		{ notes }: Extract<ConvertedStep, { ok: true }>,
		row: number,
		field: string
	): void {
		this.count.kept += 1;
		this.count.keptHints += notes.hints;
		this.count.emptyHints += notes.emptyHints;
		this.count.mendedHintLinks += notes.mendedHints;
		this.count.mergedChoices += notes.mergedChoices;
		if (notes.hints === 0) this.count.stepsWithoutHints += 1;
		if (notes.hints === 0) this.note('import.oatutor.no-hint', row, field);
		if (notes.mergedChoices > 0) this.note('import.oatutor.choice-merged', row, `${field}.choices`);
		if (notes.mendedHints > 0) this.note('import.oatutor.hint-order-mended', row, `${field}.hints`);
		if (notes.emptyHints > 0) this.note('import.oatutor.hint-empty', row, `${field}.hints`);
	}
}
