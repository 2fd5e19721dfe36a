import type { PersonActor } from '../access/index.ts';
import type { Locale } from '../i18n/index.ts';

export type Audience = 'learner' | 'teacher' | 'family' | 'leader' | 'mentor';

/** Which accent and which shell a page gets, by its address. */
export function audienceOf(pathname: string): Audience {
	if (pathname.startsWith('/staff')) return 'teacher';
	if (pathname.startsWith('/family')) return 'family';
	if (pathname.startsWith('/settings') || pathname.startsWith('/lead')) return 'leader';
	if (pathname.startsWith('/mentor')) return 'mentor';
	return 'learner';
}

/** A person's own page stays in the accent of the pages they mostly use, as its navigation does. */
function ownAudience({ band, memberships }: Reader['actor']): Audience {
	if (band) return 'learner';
	const roles = new Set(memberships.map(({ role }) => role));
	if (roles.has('teacher') || roles.has('support')) return 'teacher';
	return roles.has('administrator') || roles.has('leader') ? 'leader' : 'family';
}

const isOwnPage = (pathname: string) => pathname === '/me' || pathname.startsWith('/me/');

type Setting = 'theme' | 'contrast' | 'textSize' | 'spacing' | 'font' | 'tint' | 'motion';

/** What of a signed-in person shapes the frame of their pages. */
export interface Reader {
	readonly actor: Pick<PersonActor, 'band' | 'memberships'>;
	readonly settings: Readonly<Record<Setting, string | null>> | null;
}

/** Overrides for the gallery and the tests of the matrix; ignored unless the gallery is on. */
export interface DocumentOverrides {
	readonly dir?: string | null;
	readonly theme?: string | null;
	readonly contrast?: string | null;
	readonly band?: string | null;
}

/** On the tablet of a class nobody is known yet, and whoever comes is young. */
const isYoungDoor = (pathname: string) => pathname.startsWith('/sign-in/class/');

const safe = /^[\w-]+$/;

function attributes(values: Readonly<Record<string, string | null | undefined>>): string {
	return Object.entries(values)
		.filter(
			(entry): entry is [string, string] => typeof entry[1] === 'string' && safe.test(entry[1])
		)
		.map(([name, value]) => `${name}="${value}"`)
		.join(' ');
}

/** The attributes of `<html>`: language, direction, audience, age band, and the person's own settings. */
export function documentAttributes(
	locale: Locale,
	pathname: string,
	signedIn: Reader | null,
	overrides: DocumentOverrides = {}
): string {
	const settings = signedIn?.settings;
	return attributes({
		lang: locale,
		dir: overrides.dir ?? 'ltr',
		'data-audience':
			signedIn && isOwnPage(pathname) ? ownAudience(signedIn.actor) : audienceOf(pathname),
		'data-band': overrides.band ?? (isYoungDoor(pathname) ? '5-7' : signedIn?.actor.band),
		'data-theme': overrides.theme ?? settings?.theme,
		'data-contrast': overrides.contrast ?? settings?.contrast,
		'data-text': settings?.textSize,
		'data-spacing': settings?.spacing,
		'data-font': settings?.font,
		'data-tint': settings?.tint,
		'data-motion': settings?.motion
	});
}
