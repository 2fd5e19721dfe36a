import { loadMathEquivalence, type Item } from '#lib/server/modules/curriculum/items/index.ts';
import type { Report } from '../diagnostics/index.ts';
import { parseWith, type Importer } from '../importer.ts';
import { countItems, type ItemBankNoun, type ItemBankPlan } from '../items/index.ts';
import { readJsonLines } from '../lines/index.ts';
import type { SourceFile } from '../text/index.ts';
import { ProblemConverter, type ConversionCount } from './convert-problems.ts';

/** An item bank made from OATutor problems, with the account of what came in. */
export interface OatutorPlan extends ItemBankPlan {
	readonly count: ConversionCount;
}

/** Reads `problems.jsonl` to items; what is left out or mended is in the report (as warnings) and in the count. */
export async function convertOatutor(file: SourceFile, report: Report): Promise<OatutorPlan> {
	const converter = new ProblemConverter(await loadMathEquivalence(), report, file.name);
	const items: Item[] = [];
	for await (const line of readJsonLines(file, report)) items.push(...converter.convert(line));
	return { bank: 'oatutor', items, count: converter.count };
}

/** OATutor problems, one a line: `problems.jsonl` or `problems.jsonl.gz`. */
export const oatutorImporter: Importer<'oatutor', OatutorPlan, ItemBankNoun> = {
	kind: 'oatutor',
	endings: ['.jsonl', '.jsonl.gz'],
	accepts: (fileName) => /problems.*\.jsonl(\.gz)?$/iu.test(fileName),
	parse: parseWith(
		async (input, options, report) => {
			const [file, another] = input.files;
			if (file === undefined || another !== undefined) {
				const expected = { kind: 'at-most', limit: 1, unit: 'files' } as const;
				report.add('import.file.not-recognised', { file: input.name }, expected);
				return null;
			}
			const plan = await convertOatutor(file, report);
			options.progress?.({ file: file.name, rows: plan.count.problems });
			return plan;
		},
		(plan) => ({ ...countItems(plan), items_left_out: plan.count.steps - plan.count.kept })
	)
};
