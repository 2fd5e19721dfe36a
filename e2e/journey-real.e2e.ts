import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import {
	addWork,
	agree,
	answerFeedback,
	chooseNext,
	counterPropose,
	giveFeedback,
	openGoal,
	promise,
	proposeGoal,
	sayAboutMe,
	signInByCode,
	takeCheck
} from './journey/loop.ts';
import { importFiles, issueCode, matchTopics, setUp } from './journey/office.ts';

/** A school's first week on real input, from an empty installation; `npm run journey:real` runs it. */

const shared = process.env['LOCUS_SHARED_DATA'] ?? join(import.meta.dirname, '../../shared/data');
const at = (...parts: readonly string[]) => join(shared, ...parts);

const learner = { name: 'Artic Armanix', username: 'aarmanix@jovian.example' };
const teacher = { name: 'Allaya Meson', username: 'ameson@jovian.example' };
const family = { name: 'Harlin Armanix', username: 'hrogonz@jovian.example' };
const password = 'three short words';
const goal = {
	words: 'Work out how high my rocket flew',
	why: 'I want to know without a ladder',
	knowWhen: 'I can explain my numbers to Nan'
};
const counter = {
	knowWhen: 'I can explain my numbers to Nan, with a drawing to scale',
	say: 'A drawing would let Nan check it herself.'
};
const help = { words: 'Hold the measuring tape on Saturday', due: 'Saturday' };
const ask = 'Would somebody else get the same height?';
const advice = 'Write the scale beside the drawing.';

async function enter(browser: Browser, office: Page, who: typeof learner): Promise<Page> {
	const code = await issueCode(office, who.name);
	const context = await browser.newContext();
	const page = await context.newPage();
	await signInByCode(page, who.username, code, password);
	return page;
}

test('from an empty installation to an agreed goal, on a real roster, frameworks, items and lessons', async ({
	browser,
	page: office
}) => {
	test.skip(!existsSync(shared), 'the shared data is not beside this checkout');
	test.setTimeout(15 * 60_000);
	await setUp(office);
	await importFiles(office, [at('oneroster-sample/v1p1-bulk')], 'oneroster');
	await importFiles(office, [at('ccss-math-coherence/cfpackage.json')], 'case');
	await importFiles(office, [at('oak-england/national-curriculum.cfpackage.json')], 'case');
	await importFiles(office, [at('oatutor-items/problems.jsonl.gz')], 'oatutor');
	await importFiles(office, [at('oak-england/lessons.jsonl.gz')], 'oak-lessons');
	expect(await matchTopics(office, 'oatutor', 60)).toBeGreaterThanOrEqual(60);
	expect(await matchTopics(office, 'oak', 300)).toBeGreaterThanOrEqual(300);

	const me = await enter(browser, office, learner);
	await sayAboutMe(me, 'strength', 'I keep going when a puzzle is hard');
	await sayAboutMe(me, 'interest', 'Rockets and how they are steered');
	await sayAboutMe(me, 'aspiration', 'To build things that fly');
	expect(await takeCheck(me, '(8.EE)')).toBeGreaterThan(0);
	await me.goto('/map');
	await expect(me.locator('main h1')).toBeVisible();
	const { picked, declined } = await chooseNext(me);
	expect(picked).not.toBe(declined);
	await proposeGoal(me, goal.words, goal.why, goal.knowWhen);

	const teaches = await enter(browser, office, teacher);
	await counterPropose(teaches, goal.words, counter.knowWhen, counter.say);
	await agree(me, goal.words);
	const home = await enter(browser, office, family);
	await promise(home, '/family', goal.words, help);
	const work = await addWork(me, 'Angles from the field', 'I measured twice.', ask, 'Allaya');
	await giveFeedback(
		teaches,
		learner.name,
		{ title: 'Angles from the field', ask },
		{
			works: 'Two measurements agree.',
			next: advice
		}
	);
	await answerFeedback(me, work, advice, 'I drew the triangle and wrote the scale on it.');

	await me.goto('/plan');
	for (const words of [goal.words, picked]) await expect(me.getByText(words).first()).toBeVisible();
	await openGoal(me, goal.words);
	await expect(me.getByText(counter.knowWhen).first()).toBeVisible();
	await expect(me.getByText(help.words)).toBeVisible();
	await me.goto('/map');
	await expect(me.getByRole('link', { name: /\(8\.EE\)/ }).first()).toBeVisible();
	await me.goto('/me/history');
	await expect(me.getByText(/Allaya/).first()).toBeVisible();
	await expect(me.getByText(/Harlin/).first()).toBeVisible();
});
