import {
	countFramework,
	parseFramework,
	type FrameworkNoun,
	type FrameworkPlan
} from './case/index.ts';
import { parseWith, type Importer } from './importer.ts';

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const BRACE = 0x7b;

/** CASE 1.0 package: one `.json` file. */
export const frameworkImporter: Importer<'case', FrameworkPlan, FrameworkNoun> = {
	kind: 'case',
	endings: ['.json'],
	accepts: (fileName, head) => /\.json$/iu.test(fileName) || startsWithBrace(head),
	parse: parseWith(async (input, options, report) => {
		const [file, another] = input.files;
		if (file === undefined || another !== undefined) {
			const expected = { kind: 'at-most', limit: 1, unit: 'files' } as const;
			report.add('import.file.not-recognised', { file: input.name }, expected);
			return null;
		}
		const plan = await parseFramework(file, report);
		options.progress?.({ file: file.name, rows: plan?.items.length ?? 0 });
		return plan;
	}, countFramework)
};

function startsWithBrace(head: Uint8Array): boolean {
	const marked = BYTE_ORDER_MARK.every((byte, at) => head[at] === byte);
	const text = [...head.subarray(marked ? BYTE_ORDER_MARK.length : 0)];
	return text.find((byte) => byte > 0x20) === BRACE;
}
