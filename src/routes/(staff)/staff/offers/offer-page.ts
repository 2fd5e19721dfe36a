import { fail } from '@sveltejs/kit';
import type { OfferKind } from '#engines/organiser/index.ts';
import {
	findOutcomes,
	listOutcomes,
	type SuggestedOutcome
} from '#lib/server/modules/curriculum/index.ts';
import { listSitePeople, type OfferView } from '#lib/server/modules/organiser/index.ts';
import type { OpportunityForOffer } from '#lib/server/modules/opportunities/index.ts';
import { listPeriods, listRooms } from '#lib/server/modules/school/index.ts';
import type { Scope } from '#lib/server/platform/access/index.ts';
import { isUuid, toId, type OutcomeId, type SiteId } from '#lib/server/platform/ids.ts';
import { presets } from './presets.ts';

/** What every form of an offer chooses from: adults, periods, features of rooms. Three statements. */
export async function readChoices(scope: Scope, siteId: SiteId) {
	const adults = await listSitePeople(scope, siteId, 'adults');
	const periods = (await listPeriods(scope, siteId)).filter(({ kind }) => kind === 'learning');
	const rooms = await listRooms(scope, siteId);
	return {
		adults: adults.map(({ personId, called }) => ({ personId, called })),
		periods: periods.map(({ periodId, weekday, name, startsAt }) => ({
			periodId,
			weekday,
			name,
			startsAt: startsAt.slice(0, 5)
		})),
		features: [...new Set(rooms.flatMap(({ features }) => features))].toSorted(),
		hasRooms: rooms.length > 0
	};
}

/** The words of outcomes that a form holds already. One statement. */
export async function sayOutcomes(scope: Scope, outcomeIds: readonly OutcomeId[], locale: string) {
	if (outcomeIds.length === 0) return [];
	const found = await listOutcomes(scope, { outcomeIds }, { band: '12-18', locale });
	return found.map(({ outcomeId, statement }) => ({ outcomeId, statement }));
}

export type Values = Readonly<Record<string, string>>;
export type Lists = Readonly<Record<string, readonly string[]>>;

/** A new offer of this kind, from nothing or from an opportunity, as its form shows it. */
export function newValues(
	kind: OfferKind,
	opportunity: OpportunityForOffer | undefined
): { readonly values: Values; readonly lists: Lists } {
	const { sections, minimum, maximum, needsRoom, features } = presets[kind];
	const most = opportunity?.capacity ?? maximum;
	return {
		values: {
			kind,
			title: opportunity?.title ?? '',
			about: opportunity?.about ?? '',
			opportunityId: opportunity?.opportunityId ?? '',
			ageFrom: said(opportunity?.ageFrom),
			ageTo: said(opportunity?.ageTo),
			sections: String(sections),
			minimum: String(Math.min(minimum, most)),
			maximum: String(kind === 'conference' ? 1 : most),
			grouping: 'any',
			needsRoom: needsRoom ? 'yes' : '',
			features,
			cost: money(opportunity?.costMinor),
			currency: opportunity?.currency ?? ''
		},
		lists: {
			'builds[]': (opportunity?.builds ?? []).slice(0, 12),
			'needs[]': (opportunity?.needsFirst ?? []).slice(0, 12)
		}
	};
}

/** An offer that is there, as its form shows it. */
export function valuesOf(offer: OfferView): { readonly values: Values; readonly lists: Lists } {
	const part = (wanted: 'builds' | 'needs') =>
		offer.outcomes.flatMap(({ outcomeId, part }) => (part === wanted ? [outcomeId] : []));
	return {
		values: {
			kind: offer.kind,
			title: offer.title,
			about: offer.about,
			opportunityId: offer.opportunityId ?? '',
			ageFrom: said(offer.ageFrom),
			ageTo: said(offer.ageTo),
			sections: String(offer.sections),
			minimum: String(offer.minimum),
			maximum: String(offer.maximum),
			grouping: offer.grouping,
			ageSpread: offer.ageSpreadMonths === null ? '' : String(offer.ageSpreadMonths / 12),
			needsRoom: offer.needsRoom ? 'yes' : '',
			features: offer.features.join(', '),
			usualAdultId: offer.adults.find(({ isUsual }) => isUsual)?.personId ?? '',
			cost: money(offer.costMinor),
			currency: offer.currency ?? '',
			fromDay: offer.fromDay,
			untilDay: offer.untilDay ?? ''
		},
		lists: {
			'builds[]': part('builds'),
			'needs[]': part('needs'),
			'adultIds[]': offer.adults.map(({ personId }) => personId),
			'periodIds[]': offer.periodIds
		}
	};
}

const said = (number: number | null | undefined): string => (number == null ? '' : String(number));
const money = (minor: number | null | undefined): string =>
	minor == null ? '' : String(minor / 100);

/** All that was typed, lists with their every value, so that nothing is lost on the way back. */
export function typedIn(form: FormData): { readonly values: Values; readonly lists: Lists } {
	const values: Record<string, string> = {};
	const lists: Record<string, string[]> = {};
	for (const [name, value] of form) {
		if (typeof value !== 'string') continue;
		if (name.endsWith('[]')) (lists[name] ??= []).push(value);
		else values[name] ??= value;
	}
	return { values, lists };
}

const mostFound = 10;

/** The words of everything that is ticked, however it came into the form. */
const sayChosen = (locals: App.Locals, lists: Lists) => {
	const ids = [...(lists['builds[]'] ?? []), ...(lists['needs[]'] ?? [])].filter(isUuid);
	return locals.read((scope) =>
		sayOutcomes(scope, ids.slice(0, 24).map(toId<OutcomeId>), locals.locale)
	);
};

/** Outcomes whose words hold what was typed; the form comes back as it was. */
export async function findForForm(locals: App.Locals, form: FormData) {
	const typed = typedIn(form);
	const words = (typed.values['find'] ?? '').trim().slice(0, 100);
	const found: readonly SuggestedOutcome[] =
		words === '' ? [] : await locals.read((scope) => findOutcomes(scope, words, mostFound));
	return {
		...typed,
		chosen: await sayChosen(locals, typed.lists),
		found: found.map(({ outcomeId, statement }) => ({ outcomeId, statement }))
	};
}

/** A refusal with everything that was typed. */
export async function withLists<T extends object>(
	locals: App.Locals,
	refusal: { readonly status: number; readonly data: T },
	form: FormData
) {
	const typed = typedIn(form);
	const chosen = await sayChosen(locals, typed.lists);
	return fail(refusal.status, { ...refusal.data, ...typed, chosen });
}
