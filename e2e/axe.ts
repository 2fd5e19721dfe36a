import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** The part of axe-core's answer that is told. */
interface Answer {
	readonly violations: readonly {
		readonly id: string;
		readonly nodes: readonly {
			readonly html: string;
			readonly any: readonly { readonly message: string }[];
		}[];
	}[];
}
type Axe = { run(context: Document, options: object): Promise<Answer> };

/**
 * What axe-core finds on this page in its present look, a line for each element. The rules come into a page once and
 * tell of what is wrong alone: what is in order would be described at ten times the cost.
 */
export async function axeFindings(
	page: Page,
	without: readonly string[] = []
): Promise<readonly string[]> {
	if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
	const options = {
		resultTypes: ['violations'],
		runOnly: { type: 'tag', values: tags },
		rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }]))
	};
	return page.evaluate(async (asked) => {
		const { axe } = globalThis as unknown as { axe: Axe };
		const { violations } = await axe.run(document, asked);
		return violations.flatMap(({ id, nodes }) =>
			nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`)
		);
	}, options);
}
