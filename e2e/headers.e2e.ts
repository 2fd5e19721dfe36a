// TS9: security headers on every class of answer, and TS3: what is missing and what is forbidden look the same.
import { expect, test, type APIResponse } from '@playwright/test';
import { fromOurPage, signIn } from './people.ts';
import { filesIn } from './wire.ts';

const always = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin'
};
const nowhere = '/map/outcome/00000000-0000-7000-8000-000000000000';

function directives(answer: APIResponse): ReadonlyMap<string, string> {
	const policy = answer.headers()['content-security-policy'] ?? '';
	return new Map(
		policy.split(';').map((part) => {
			const [name = '', ...values] = part.trim().split(' ');
			return [name, values.join(' ')];
		})
	);
}

test('TS9 a page: nonces that change, nothing inline, no frame, never kept', async ({
	request
}) => {
	await signIn(request, 'wi');
	const answers = [await request.get('/plan'), await request.get('/plan')];
	for (const answer of answers) {
		expect(answer.headers()).toMatchObject({ ...always, 'cache-control': 'no-store' });
		const policy = directives(answer);
		expect(policy.get('default-src')).toBe("'self'");
		expect(policy.get('frame-ancestors')).toBe("'none'");
		expect(policy.get('object-src')).toBe("'none'");
		expect(policy.get('script-src')).toMatch(/^'self' 'nonce-[\w+/=]{20,}'$/);
		expect([...policy.values()].join(' ')).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
	}
	const [first, second] = answers.map((answer) => directives(answer).get('script-src'));
	expect(first).not.toBe(second);
});

test('TS9 every other kind of answer', async ({ request }) => {
	const [file = ''] = filesIn(await (await request.get('/sign-in')).text());
	expect(file).toMatch(/^_app/);
	const answers = {
		'a page anyone may see': await request.get('/sign-in'),
		'a built file': await request.get(`/${file}`),
		'a way elsewhere': await request.get('/plan', { maxRedirects: 0 }),
		'data of a page': await request.get('/plan/__data.json'),
		'no page': await request.get('/no-such-page'),
		'a refused form': await request.post('/sign-in?/password', {
			form: { identifier: 'nobody', password: 'not this one' },
			...fromOurPage
		}),
		'a form from elsewhere': await request.post('/sign-in?/password', {
			form: { identifier: 'a' },
			headers: { origin: 'https://example.org' }
		})
	};
	for (const [kind, answer] of Object.entries(answers)) {
		expect.soft(answer.headers(), kind).toMatchObject(always);
	}
	expect(answers['a way elsewhere'].status()).toBe(303);
	expect(answers['no page'].status()).toBe(404);
	expect(answers['a form from elsewhere'].status()).toBe(403);
	expect(answers['a built file'].headers()['cache-control']).toContain('immutable');
});

test('TS9 the session is out of reach of scripts and of other sites', async ({ request }) => {
	await signIn(request, 'wi');
	const { cookies } = await request.storageState();
	const session = cookies.find(({ name }) => name.includes('session'));
	expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
});

/** What a stranger could compare; the text of the page names its own address, the nonces and the request differ. */
async function look(answer: APIResponse, id: string) {
	const text = (await answer.text())
		.replaceAll(id, 'ID')
		.replaceAll(/nonce="[^"]*"|"?requestId"?:"[^"]*"|[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
	return { status: answer.status(), text, statements: answer.headers()['x-locus-statements'] };
}

test('TS3 another learner’s goal is as missing as one that never was', async ({
	playwright,
	baseURL
}) => {
	const wi = await playwright.request.newContext({ baseURL: baseURL ?? '' });
	const yasmin = await playwright.request.newContext({ baseURL: baseURL ?? '' });
	await signIn(wi, 'wi');
	await signIn(yasmin, 'yasmin');
	const [, forbidden = ''] = /href="(\/plan\/goal\/[0-9a-f-]{36})"/.exec(
		await (await wi.get('/plan')).text()
	) ?? ['', ''];
	expect((await wi.get(forbidden)).status()).toBe(200);
	const missing = '/plan/goal/00000000-0000-7000-8000-000000000000';
	const [one, other] = [await yasmin.get(forbidden), await yasmin.get(missing)];
	expect(one.status()).toBe(404);
	expect(await look(one, forbidden)).toEqual(await look(other, missing));
	await wi.dispose();
	await yasmin.dispose();
});

test('TS3 a page that is not mine to open says no more than one that is not there', async ({
	request
}) => {
	await signIn(request, 'kahu');
	const closed = [
		'/settings',
		'/settings/people',
		'/settings/imports',
		'/settings/ladder',
		'/staff/by-heart',
		nowhere
	];
	const statuses = await Promise.all(
		closed.map(async (address) => (await request.get(address)).status())
	);
	expect(statuses).toEqual(closed.map(() => 404));
	// Another's home says only how empty it is: it lists what is mine to see, and nothing is.
	for (const address of ['/staff', '/staff/plans', '/staff/learners', '/family']) {
		const text = await (await request.get(address)).text();
		expect.soft(text, address).not.toMatch(/Yasmin|Wiremu|Kahurangi/);
	}
});
