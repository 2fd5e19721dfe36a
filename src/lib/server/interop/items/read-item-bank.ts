import {
	acceptsOwnAnswer,
	loadMathEquivalence,
	parseItem,
	type Item,
	type ItemFault
} from '#lib/server/modules/curriculum/items/index.ts';
import type { DiagnosticCode, Expected, Report } from '../diagnostics/index.ts';
import { readJsonLines } from '../lines/index.ts';
import type { SourceFile } from '../text/index.ts';

const codeOf: Readonly<Record<ItemFault, DiagnosticCode>> = {
	'items.field-missing': 'import.items.field-missing',
	'items.field-unknown': 'import.items.field-unknown',
	'items.field-invalid': 'import.items.field-invalid',
	'items.choice-repeated': 'import.items.choice-repeated',
	'items.answer-not-offered': 'import.items.answer-not-offered',
	'items.hint-repeated': 'import.items.hint-repeated',
	'items.hint-dangling': 'import.items.hint-dangling',
	'items.group-position': 'import.items.group-position'
};

const kinds = 'choice several-choice number expression ordering matching short-text'.split(' ');

/** What a field should hold, where a short list or word says it. */
function expectedOf(field: string): Expected {
	if (field === 'kind') return { kind: 'one-of', values: kinds };
	if (field === 'format') return { kind: 'one-of', values: ['1', '2'] };
	if (/^(id|stem|title|answer|unit)$|\.(id|text)$/u.test(field)) return { kind: 'text' };
	if (/^(version|tolerance)$|position$|\.of$/u.test(field)) return { kind: 'number' };
	if (/^(choices|answers|entries|tags|hints|pairs)$/u.test(field)) return { kind: 'list' };
	return field === '' ? { kind: 'object' } : { kind: 'nothing' };
}

/** Reads a bank in our own format; all problems of all lines are reported, and only sound items come back. */
export async function readItemBank(file: SourceFile, report: Report): Promise<readonly Item[]> {
	const maths = await loadMathEquivalence();
	const items: Item[] = [];
	const firstRow = new Map<string, number>();
	for await (const { row, value } of readJsonLines(file, report)) {
		const place = { file: file.name, row };
		const parsed = parseItem(value);
		if (!parsed.ok) {
			for (const { code, field } of parsed.problems) {
				report.add(codeOf[code], { ...place, field: field || null }, expectedOf(field));
			}
			continue;
		}
		const { item } = parsed;
		const earlier = firstRow.get(item.id);
		if (earlier !== undefined) {
			const unique = { kind: 'unique', firstRow: earlier } as const;
			report.add('import.items.duplicate-id', { ...place, field: 'id' }, unique);
			continue;
		}
		firstRow.set(item.id, row);
		if (acceptsOwnAnswer(maths, item)) items.push(item);
		else report.add('import.items.answer-not-accepted', { ...place, field: 'answers' });
	}
	return items;
}
