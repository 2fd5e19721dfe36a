import { expect, test } from 'vitest';
import { parseFramework } from '../case/index.ts';
import { createReport } from '../diagnostics/index.ts';
import { caseFile, casePackage, item, underDocument } from '../testing/case-fixture.ts';
import { toNewFramework } from './framework-rows.ts';

test('items of a type that is known by heart are facts, in whatever letters; everything else is a skill', async () => {
	const types = ['Fact', 'VOCABULARY', 'Standard', undefined];
	const whole = casePackage({
		CFItems: types.map((CFItemType, n) => item(n + 1, { CFItemType })),
		CFAssociations: types.map((_, n) => underDocument(n + 1))
	});
	const plan = await parseFramework(caseFile(whole), createReport('framework.json'));
	const outcomes = plan === null ? [] : toNewFramework(plan).outcomes;
	expect(outcomes.map(({ isFact }) => isFact)).toEqual([true, true, false, false]);
});
