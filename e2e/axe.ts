import type { Page } from '@playwright/test';
import rules from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/**
 * What axe-core finds on this page in its present look, a line for each element. The rules come into a page once and
 * tell of what is wrong alone: what is in order would be described at ten times the cost.
 */
export async function axeFindings(
	page: Page,
	without: readonly string[] = []
): Promise<readonly string[]> {
	if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(rules.source);
	const options = {
		resultTypes: ['violations' as const],
		runOnly: { type: 'tag' as const, values: tags },
		rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }]))
	};
	return page.evaluate(async (asked) => {
		const { axe } = globalThis as unknown as { axe: typeof rules };
		const { violations } = await axe.run(document, asked);
		return violations.flatMap(({ id, nodes }) =>
			nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`)
		);
	}, options);
}
