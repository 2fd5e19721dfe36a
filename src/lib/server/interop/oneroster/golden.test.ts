import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createReport } from '../diagnostics/index.ts';
import { sharedFile, sharedFolder } from '../testing/shared-data.ts';
import { countRoster } from './count-roster.ts';
import { parseRoster } from './parse-roster.ts';
import { schoolDay } from './refine.ts';

const folder = sharedFolder('oneroster-sample/v1p1-bulk');
const delta = sharedFolder('oneroster-sample/v1p1-delta');
const why = 'skipped: the shared data has no oneroster-sample';

async function parse(path: string) {
	const report = createReport('roster.zip');
	const day = schoolDay('2026-02-02');
	if (!day.ok) throw new Error('2026-02-02 is a day');
	const files = readdirSync(path).map((name) => ({ name, content: sharedFile(path, name) }));
	const plan = await parseRoster(files, { today: day.value }, report);
	return { plan, diagnostics: report.list() };
}

test.skipIf(folder === null)(`the sample roster counts exactly (${why} where absent)`, async () => {
	const { plan, diagnostics } = await parse(folder ?? '');
	expect(diagnostics).toEqual([]);
	if (plan === null) throw new Error('a clean roster gives a plan');
	expect(countRoster(plan)).toEqual({
		organisations: 4,
		sites: 3,
		terms: 5,
		courses: 65,
		classes: 132,
		learners: 283,
		family: 390,
		teachers: 36,
		support: 9,
		administrators: 3,
		relationships: 390,
		enrolments: 1842,
		demographics: 283
	});
	expect(plan.community?.name).toBe('Jovian Learning District');
	expect(plan.system).toBe('Jovian SIS (synthetic)');
	expect(plan.relationships.every((each) => each.listedBy === 'both')).toBe(true);
	expect(plan.people.filter((each) => each.memberships.length === 2)).toHaveLength(1);
	expect(plan.people.every((each) => each.learner === null || each.learner.ageBand !== null)).toBe(
		true
	);
	expect(plan.enrolments.filter((each) => each.role === 'support')).toHaveLength(9);
	expect(plan.enrolments.filter((each) => each.from === '2026-05-04')).toHaveLength(65);
});

test.skipIf(delta === null)(`a delta export is refused plainly (${why} where absent)`, async () => {
	const { plan, diagnostics } = await parse(delta ?? '');
	expect(plan).toBeNull();
	const codes = new Set(diagnostics.map((each) => each.code));
	expect(codes).toContain('import.roster.delta-file');
	expect(codes).toContain('import.roster.delta-status');
});
