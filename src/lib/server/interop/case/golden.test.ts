import { expect, test } from 'vitest';
import { createReport } from '../diagnostics/index.ts';
import { sharedFile, sharedFolder } from '../testing/shared-data.ts';
import { countFramework } from './count-framework.ts';
import { parseFramework } from './parse-framework.ts';

const oak = sharedFolder('oak-england');
const ccss = sharedFolder('ccss-math-coherence');
const why = 'skipped where the shared data has none';

async function parse(folder: string | null, name: string) {
	const report = createReport(name);
	const plan = await parseFramework({ name, content: sharedFile(folder ?? '', name) }, report);
	if (plan === null) throw new Error('a clean package gives a plan');
	return { plan, diagnostics: report.list() };
}

test.skipIf(oak === null)(`England: a tree of 2,598 items (${why})`, async () => {
	const { plan, diagnostics } = await parse(oak, 'national-curriculum.cfpackage.json');
	expect(diagnostics).toEqual([]);
	expect(plan.kind).toBe('tree');
	expect(plan.rootIds).toHaveLength(12);
	expect(countFramework(plan)).toMatchObject({ outcomes: 2598, is_child_of: 2598, precedes: 0 });
	expect(plan.items.every((item) => item.ageBands.length > 0)).toBe(true);
	expect(plan.document.licence?.title).toBe('Open Government Licence v3.0');
});

test.skipIf(ccss === null)(`mathematics with prerequisites: a graph (${why})`, async () => {
	const { plan, diagnostics } = await parse(ccss, 'cfpackage.json');
	expect(diagnostics).toEqual([]);
	expect(plan.kind).toBe('graph');
	expect(countFramework(plan)).toEqual({
		outcomes: 685,
		strands: 63,
		precedes: 757,
		is_child_of: 685,
		is_related_to: 142,
		exact_matches: 0
	});
	const byCode = new Map(plan.items.map((item) => [item.code, item]));
	expect(byCode.get('2.NBT.A.1.a')?.strandId).toBe(byCode.get('2.NBT')?.id);
	expect(plan.document.licence?.text).toContain('All rights reserved');
});
