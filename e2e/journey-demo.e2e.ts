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
	takeCheck
} from './journey/loop.ts';

/** The same journey as on real input, in the demo community, as three of its people through the doors of the sign-in page. */

const goal = {
	words: 'Weigh the trailer before each trip',
	why: 'Nobody knows if it is too heavy',
	knowWhen: 'The bike shed uses my sheet'
};
const counter = {
	knowWhen: 'The bike shed uses my sheet, and I can explain each column',
	say: 'Somebody else must be able to fill it in.'
};
const help = { words: 'Lend the kitchen scale on Sundays', due: 'Sunday' };
const ask = 'Is my sheet clear to someone new?';
const advice = 'Put the unit into the heading of each column.';

async function goInAs(browser: Browser, name: RegExp): Promise<Page> {
	const page = await (await browser.newContext({ locale: 'en-NZ' })).newPage();
	await page.goto('/sign-in');
	await page.getByRole('button', { name }).click();
	await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
	return page;
}

test('a learner, a teacher and a mother go once around the loop in the demo community', async ({
	browser
}) => {
	test.setTimeout(5 * 60_000);
	const me = await goInAs(browser, /Wī/);
	await sayAboutMe(me, 'strength', 'I notice when a load sits wrong');
	expect(await takeCheck(me, 'Number and fractions')).toBeGreaterThan(2);
	await me.goto('/map');
	await expect(me.getByRole('link', { name: /Number and fractions/ }).first()).toBeVisible();
	const { picked, declined } = await chooseNext(me);
	expect(picked).not.toBe(declined);
	await proposeGoal(me, goal.words, goal.why, goal.knowWhen);

	const teaches = await goInAs(browser, /Rewi/);
	await counterPropose(teaches, goal.words, counter.knowWhen, counter.say);
	await agree(me, goal.words);

	const home = await goInAs(browser, /Jess/);
	await home.goto('/family');
	const mine = home.getByRole('link', { name: /^Wī/ }).first();
	const address = new URL((await mine.getAttribute('href')) ?? '', home.url()).href;
	await promise(home, address, goal.words, help);

	const work = await addWork(
		me,
		'Weights of the trailer',
		'I weighed it empty first.',
		ask,
		'Rewi'
	);
	await giveFeedback(
		teaches,
		'Wiremu Tautari',
		{ title: 'Weights of the trailer', ask },
		{
			works: 'You weighed it empty first.',
			next: advice
		}
	);
	await answerFeedback(me, work, advice, 'Each heading has its unit now.');

	await me.goto('/plan');
	for (const words of [goal.words, picked]) await expect(me.getByText(words).first()).toBeVisible();
	await openGoal(me, goal.words);
	await expect(me.getByText(counter.knowWhen).first()).toBeVisible();
	await expect(me.getByText(help.words)).toBeVisible();
	await me.goto('/me/history');
	await expect(me.getByText(/Rewi/).first()).toBeVisible();
	await expect(me.getByText(/Jess/).first()).toBeVisible();
});
