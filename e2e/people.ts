import type { APIRequestContext } from '@playwright/test';

/** The people of the demo community who have a door of their own, by its place on the sign-in page. */
export const doors = { kahu: 1, yasmin: 2, wi: 3, rewi: 4, jess: 5, kiri: 6 } as const;
export type Person = keyof typeof doors;

/** Where the application of this test run answers; a form is taken from its own pages alone. */
export const origin = `http://127.0.0.1:${process.env['LOCUS_E2E_PORT'] ?? '4173'}`;

/** As a browser sends a form without script: it asks for a page and is told where to go. */
export const fromOurPage = { headers: { origin, accept: 'text/html' }, maxRedirects: 0 } as const;

async function post(request: APIRequestContext, action: string, form: Record<string, string>) {
	const answer = await request.post(action, { form, ...fromOurPage });
	if (answer.status() !== 303) {
		throw new Error(`${action} was answered ${answer.status()}: ${JSON.stringify(form)}`);
	}
}

/** Opens the session of one of the six in this context, by their door. */
export const signIn = (request: APIRequestContext, person: Person): Promise<void> =>
	post(request, '/sign-in?/demo', { position: String(doors[person]) });

/** Opens a session by username and password, for the people of the demo who have no door. */
export const signInByName = (request: APIRequestContext, identifier: string): Promise<void> =>
	post(request, '/sign-in?/password', { identifier, password: 'awakotare' });
