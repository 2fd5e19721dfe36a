import { describe, expect, test } from 'vitest';
import { sharedFile, sharedFolder } from '../testing/shared-data.ts';
import { importOptions } from '../testing/import-options.ts';
import { oakLessonsImporter } from './index.ts';

const folder = sharedFolder('oak-england');

// Skipped where the shared data is absent: it is read in place, never copied.
describe.skipIf(folder === null)('the Oak lessons, whole', async () => {
	if (folder === null) return;
	const name = 'lessons.jsonl.gz';
	const files = [{ name, content: sharedFile(folder, name) }];
	const outcome = await oakLessonsImporter.parse({ name, files }, importOptions);
	const lessons = outcome.ok ? outcome.plan.lessons : [];

	test('every lesson is a draft', () => {
		expect(outcome).toMatchObject({ ok: true, summary: { lessons: 12_517, tags: 1530 } });
	});

	test('what is unusual is a warning', () => {
		const codes = Object.groupBy(outcome.diagnostics, ({ code }) => code);
		const counts = Object.entries(codes).map(([code, list]) => [code, list.length] as const);
		expect(Object.fromEntries(counts)).toEqual({
			'import.lessons.not-first-person': 178,
			'import.lessons.repeated-outcome': 564
		});
		expect(lessons.filter(({ outcome: words }) => words.startsWith('I can'))).toHaveLength(12_339);
	});

	test('each has ages of a school child, an address, a licence and no invented duration', () => {
		for (const { ages, url, minutes, licence, attribution } of lessons) {
			expect(ages?.from).toBeGreaterThanOrEqual(5);
			expect(ages?.to).toBeLessThanOrEqual(16);
			expect(url).toMatch(/^https:\/\/www\.thenational\.academy\//);
			expect({ minutes, licence }).toEqual({ minutes: null, licence: 'OGL v3.0' });
			expect(attribution).toContain('Open Government Licence v3.0');
		}
	});
});
