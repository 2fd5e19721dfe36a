import { parseWith, type Importer } from '../importer.ts';
import { countItems, type ItemBankNoun, type ItemBankPlan } from './item-bank-plan.ts';
import { readItemBank } from './read-item-bank.ts';

/** A bank is named after its file: letters, digits and dashes, without the ending. */
export function bankName(fileName: string): string {
	const stem = fileName.replace(/\.(jsonl|json|ndjson)?(\.gz)?$/iu, '').toLowerCase();
	return stem.replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '') || 'items';
}

/** An item bank in our own JSON Lines format: one file, `.jsonl` or `.jsonl.gz` (docs/guides/item-bank.md). */
export const itemsImporter: Importer<'items', ItemBankPlan, ItemBankNoun> = {
	kind: 'items',
	endings: ['.jsonl', '.jsonl.gz'],
	accepts: (fileName) =>
		/\.jsonl(\.gz)?$/iu.test(fileName) && !/(problems|lessons)[^/]*$/iu.test(fileName),
	parse: parseWith(async (input, options, report) => {
		const [file, another] = input.files;
		if (file === undefined || another !== undefined) {
			const expected = { kind: 'at-most', limit: 1, unit: 'files' } as const;
			report.add('import.file.not-recognised', { file: input.name }, expected);
			return null;
		}
		const items = await readItemBank(file, report);
		options.progress?.({ file: file.name, rows: items.length });
		if (items.length === 0 && !report.hasErrors()) {
			report.add('import.file.empty', { file: file.name });
			return null;
		}
		return { bank: bankName(file.name), items };
	}, countItems)
};
