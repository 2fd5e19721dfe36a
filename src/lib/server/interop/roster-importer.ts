import type { Report } from './diagnostics/index.ts';
import { parseWith, type ImportInput, type Importer } from './importer.ts';
import { countRoster, parseRoster, type RosterNoun, type RosterPlan } from './oneroster/index.ts';
import { readBytes, type SourceFile } from './text/index.ts';
import { looksLikeZip, readArchive, ZIP_LIMITS } from './zip/index.ts';

/** OneRoster 1.1 CSV, bulk: one `.zip`, or the CSV files of a folder. */
export const rosterImporter: Importer<'oneroster', RosterPlan, RosterNoun> = {
	kind: 'oneroster',
	endings: ['.zip'],
	accepts: (fileName, head) => /\.zip$/iu.test(fileName) || looksLikeZip(head),
	parse: parseWith(async (input, options, report) => {
		const files = await rosterFiles(input, report);
		return files && parseRoster(files, options, report);
	}, countRoster)
};

const isCsv = (name: string) => /\.csv$/iu.test(name);

/** A single file that is no CSV has to be the archive. */
async function rosterFiles(
	input: ImportInput,
	report: Report
): Promise<readonly SourceFile[] | null> {
	const [only, another] = input.files;
	if (only === undefined || another !== undefined || isCsv(only.name)) return input.files;
	const content = await readBytes(only, ZIP_LIMITS.totalBytes, report);
	return content && readArchive({ name: only.name, content }, isCsv, report);
}
