import type { AgeBand } from '#lib/server/platform/access/index.ts';
import type { Locale } from '#lib/server/platform/i18n/index.ts';
import type { PersonId } from '#lib/server/platform/ids.ts';

/** Whose map it is and in whose words: the signed-in person's own. */
export function ownMap(locals: App.Locals): {
	readonly learnerId: PersonId;
	readonly band: AgeBand;
	readonly locale: Locale;
} {
	const actor = locals.actor();
	return { learnerId: actor.personId, band: actor.band ?? '12-18', locale: locals.locale };
}
