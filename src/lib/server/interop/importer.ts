import type { SchoolDay } from '#lib/server/platform/clock/index.ts';
import { createReport, type Diagnostic, type Report } from './diagnostics/index.ts';
import type { Progress } from './oneroster/index.ts';
import type { SourceFile } from './text/index.ts';

/** What a person chose: one file, or the files of a folder, each by its name without folders. */
export interface ImportInput {
	/** The name of the file or folder, shown in the report. */
	readonly name: string;
	readonly files: readonly SourceFile[];
}

export interface ImportOptions {
	/** The day of the import in the community's zone. */
	readonly today: SchoolDay;
	/** Told after each file or stage, to show real progress. */
	readonly progress?: Progress;
}

/** How many of each thing a plan holds, by noun; a noun is a message key `import_noun_<noun>`. */
export type ImportSummary<Noun extends string = string> = Readonly<Partial<Record<Noun, number>>>;

/** A plan without errors (its diagnostics are warnings), or no plan and all that is wrong. */
export type ImportOutcome<Plan, Noun extends string = string> =
	| {
			readonly ok: true;
			readonly plan: Plan;
			readonly summary: ImportSummary<Noun>;
			readonly diagnostics: readonly Diagnostic[];
	  }
	| { readonly ok: false; readonly plan: null; readonly diagnostics: readonly Diagnostic[] };

/** One way into Locus: what it takes and how it is read. Pure: applying a plan is another's work. */
export interface Importer<Kind extends string, Plan, Noun extends string = string> {
	readonly kind: Kind;
	/** File endings for a file chooser, such as `.zip`. */
	readonly endings: readonly string[];
	/** Whether a file looks like one for this importer; `head` is its first bytes (64 will do). */
	accepts(fileName: string, head: Uint8Array): boolean;
	/** Never throws on bad input, however bad. */
	parse(input: ImportInput, options: ImportOptions): Promise<ImportOutcome<Plan, Noun>>;
}

/** Builds `parse` from a reader that reports, and a counter. */
export function parseWith<Plan, Noun extends string>(
	read: (input: ImportInput, options: ImportOptions, report: Report) => Promise<Plan | null>,
	count: (plan: Plan) => ImportSummary<Noun>
): Importer<string, Plan, Noun>['parse'] {
	return async (input, options) => {
		const report = createReport(input.name);
		const plan = await read(input, options, report);
		const diagnostics = report.list();
		if (plan === null || report.hasErrors()) return { ok: false, plan: null, diagnostics };
		return { ok: true, plan, summary: count(plan), diagnostics };
	};
}
