import type { APIRequestContext } from '@playwright/test';
import { doors, type Find, type Person } from './pages.ts';

/** Opens the session of one of the six people in this context, by the door on the sign-in page. */
export async function signIn(request: APIRequestContext, person: Person): Promise<void> {
	const form = { position: String(doors[person]) };
	const answer = await request.post('/sign-in?/demo', { form, maxRedirects: 0 });
	if (answer.status() !== 303) throw new Error(`${person} could not sign in: ${answer.status()}`);
}

/** Opens a session by username and password, for the people of the demo who have no door. */
export async function signInByName(request: APIRequestContext, identifier: string): Promise<void> {
	const form = { identifier, password: 'awakotare' };
	const answer = await request.post('/sign-in?/password', { form, maxRedirects: 0 });
	if (answer.status() !== 303) throw new Error(`${identifier} could not sign in.`);
}

export const addressOf = (request: APIRequestContext, address: string | Find): Promise<string> =>
	typeof address === 'string' ? Promise.resolve(address) : address(request);
