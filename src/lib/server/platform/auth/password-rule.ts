import { fail, ok, type Failure, type Result } from '../result.ts';

/** What people choose first; the comparison is blind to case and to digits put at the end. */
const common = new Set([
	'password',
	'passw0rd',
	'kupuhipa',
	'qwertyuiop',
	'qwerty',
	'letmein',
	'welcome',
	'football',
	'netball',
	'rugby',
	'sunshine',
	'princess',
	'dragon',
	'monkey',
	'iloveyou',
	'abcdefgh',
	'abc',
	'school',
	'teacher',
	'student',
	'learner',
	'aotearoa',
	'newzealand',
	'allblacks',
	'minecraft',
	'pokemon',
	'superman',
	'batman',
	'computer',
	'internet',
	'changeme',
	'locus',
	'kiaora',
	'admin',
	'administrator',
	'holiday',
	'summer',
	'winter',
	'whatever',
	'trustno',
	'starwars',
	'baseball',
	''
]);

export type PasswordError = Failure<
	'sign-in.password-short' | 'sign-in.password-common' | 'sign-in.password-name'
>;

/** Length and rarity alone make a password good; no rule about signs and capitals. */
export function checkPassword(password: string, username: string): Result<null, PasswordError> {
	if (password.length < 8) return fail('sign-in.password-short', 'password');
	const stem = password.toLowerCase().replace(/[\d!?.*]+$/, '');
	const isOneLetter = new Set(password).size < 4;
	if (common.has(stem) || isOneLetter) return fail('sign-in.password-common', 'password');
	if (stem === username.toLowerCase()) return fail('sign-in.password-name', 'password');
	return ok(null);
}
