import { fail, type Result } from '../result.ts';
import { requirePasswordChange, type AccountView } from './account.store.ts';
import { forgetTries, lanesOf, takeTry } from './attempts.ts';
import { resolveIdentifier } from './password-door.ts';
import { opensDoor, plainCode } from './sign-in-secret.store.ts';
import type { Doorway, SignInError, SignInOrigin } from './sign-in.ts';

/** Long enough to choose a password; the visit that follows is a new session. */
const codeHours = 1;

/** By the one-time code of a person, who then chooses a password. */
export const codeDoor =
	(door: Doorway) =>
	async (
		username: string,
		code: string,
		{ headers, address }: SignInOrigin
	): Promise<Result<AccountView, SignInError>> => {
		const name = username.trim().toLowerCase();
		const lanes = lanesOf(door.subject, 'code', name, address);
		const attempt = await door.local('write', (tx) => takeTry(tx, 'code', lanes, door.now()));
		if (!attempt) return fail('sign-in.too-many-tries', 'code');
		const result = await door.local<Result<AccountView, SignInError>>('write', async (tx) => {
			const found = await resolveIdentifier(tx, name);
			if (!found.ok || !(await opensDoor(tx, found.value, 'code', plainCode(code), door.now())))
				return fail('sign-in.code-wrong', 'code');
			await forgetTries(tx, attempt, door.now());
			await requirePasswordChange(tx, found.value.userId, door.now());
			return found;
		});
		if (result.ok) await door.startSession(result.value, codeHours, headers);
		return result;
	};
