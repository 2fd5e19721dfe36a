import * as v from 'valibot';
import { actorId, type Scope } from '../../../platform/access/index.ts';
import { recordDecision } from '../../../platform/audit/index.ts';
import { idField, numberField } from '../../../platform/http/fields.ts';
import type { PersonId, SiteId } from '../../../platform/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../platform/result.ts';
import { listOutcomes, type StrandId } from '../../curriculum/index.ts';
import { listOpportunityTitles } from '../../opportunities/index.ts';
import { listPeriods, listSites } from '../../school/index.ts';
import { offerFields, type OfferFields } from '../offer-input.ts';
import {
	insertOffer,
	linkOffer,
	lockOffer,
	setRetired,
	updateOffer,
	type OfferFacts,
	type OfferOutcome
} from '../offer.store.ts';
import { organisesAt } from '../organiser.policy.ts';
import type { OfferId } from '../organiser.tables.ts';
import { listSitePeople } from '../site-adults.store.ts';

export const addOfferInput = v.object({
	/** Comes with the form, so that a repeated send adds nothing twice. */
	offerId: idField<OfferId>(),
	siteId: idField<SiteId>(),
	...offerFields
});
export const changeOfferInput = v.object({
	offerId: idField<OfferId>(),
	version: numberField(1, 1_000_000),
	...offerFields
});
export type AddOfferInput = v.InferOutput<typeof addOfferInput>;
export type ChangeOfferInput = v.InferOutput<typeof changeOfferInput>;

type OfferDone = { readonly offerId: OfferId };
type FactsFailure = Failure<
	| 'organiser.not-found'
	| 'organiser.group-reversed'
	| 'organiser.ages-reversed'
	| 'organiser.ends-first'
	| 'organiser.unknown-adult'
	| 'organiser.unknown-period'
	| 'organiser.currency-missing'
>;

/** Makes an offer of a site. */
export async function addOffer(
	scope: Scope,
	{ offerId, siteId, ...fields }: AddOfferInput
): Promise<Result<OfferDone, FactsFailure>> {
	const isSite = (await listSites(scope)).some((site) => site.siteId === siteId);
	if (!isSite || !organisesAt(scope.actor, siteId)) return fail('organiser.not-found');
	const read = await readFields(scope, siteId, fields);
	if (!read.ok) return read;
	const isNew = await insertOffer(
		scope,
		{ offerId, siteId, madeBy: actorId(scope) },
		read.value.facts
	);
	if (!isNew) return ok({ offerId });
	await linkOffer(scope, offerId, read.value);
	await recordDecision(scope, {
		action: 'organiser.add-offer',
		learnerId: null,
		object: { type: 'offer', id: offerId }
	});
	return ok({ offerId });
}

/** New facts for an offer; refused when somebody changed it since the form was shown. */
export async function changeOffer(
	scope: Scope,
	{ offerId, version, ...fields }: ChangeOfferInput
): Promise<Result<OfferDone, FactsFailure | Failure<'organiser.stale'>>> {
	const known = await lockOffer(scope, offerId);
	if (!known || !organisesAt(scope.actor, known.siteId)) return fail('organiser.not-found');
	if (known.version !== version) return fail('organiser.stale');
	const read = await readFields(scope, known.siteId, fields);
	if (!read.ok) return read;
	await updateOffer(scope, offerId, read.value.facts);
	await linkOffer(scope, offerId, read.value);
	await recordDecision(scope, {
		action: 'organiser.change-offer',
		learnerId: null,
		object: { type: 'offer', id: offerId },
		changes: { version: [version, version + 1] }
	});
	return ok({ offerId });
}

export const offerInput = v.object({ offerId: idField<OfferId>() });

/** Offered no more: what is published stays, wishes for it are not met in later weeks. */
export const retireOffer = (
	scope: Scope,
	input: v.InferOutput<typeof offerInput>
): Promise<Result<OfferDone, Failure<'organiser.not-found'>>> =>
	retire(scope, input.offerId, scope.now);

/** The way back from retiring. */
export const restoreOffer = (
	scope: Scope,
	input: v.InferOutput<typeof offerInput>
): Promise<Result<OfferDone, Failure<'organiser.not-found'>>> => retire(scope, input.offerId, null);

async function retire(
	scope: Scope,
	offerId: OfferId,
	retiredAt: Date | null
): Promise<Result<OfferDone, Failure<'organiser.not-found'>>> {
	const known = await lockOffer(scope, offerId);
	if (!known || !organisesAt(scope.actor, known.siteId)) return fail('organiser.not-found');
	if ((known.retiredAt === null) === (retiredAt === null)) return ok({ offerId });
	await setRetired(scope, offerId, retiredAt);
	await recordDecision(scope, {
		action: retiredAt ? 'organiser.retire-offer' : 'organiser.restore-offer',
		learnerId: null,
		object: { type: 'offer', id: offerId }
	});
	return ok({ offerId });
}

interface ReadFields {
	readonly facts: OfferFacts;
	readonly adults: readonly { readonly personId: PersonId; readonly isUsual: boolean }[];
	readonly outcomes: readonly OfferOutcome[];
}

/** What a form says, held against what is at the site. */
async function readFields(
	scope: Scope,
	siteId: SiteId,
	fields: OfferFields
): Promise<Result<ReadFields, FactsFailure>> {
	const wrong = wrongIn(fields) ?? (await unknownIn(scope, siteId, fields));
	if (wrong) return wrong;
	const outcomes = outcomesOf(fields);
	return ok({
		facts: toFacts(scope, fields, await strandOf(scope, fields)),
		adults: adultsOf(fields),
		outcomes
	});
}

function wrongIn(fields: OfferFields) {
	const { ageFrom, ageTo, fromDay, untilDay } = fields;
	if (fields.maximum < fields.minimum) return fail('organiser.group-reversed', 'maximum');
	if (ageFrom !== null && ageTo !== null && ageTo < ageFrom) {
		return fail('organiser.ages-reversed', 'ageTo');
	}
	if (fromDay !== null && untilDay !== null && untilDay < fromDay) {
		return fail('organiser.ends-first', 'untilDay');
	}
	if (fields.cost !== null && fields.cost > 0 && fields.currency === '') {
		return fail('organiser.currency-missing', 'currency');
	}
	return null;
}

/** Adults and periods are those of the site; an opportunity is one of the community. */
async function unknownIn(scope: Scope, siteId: SiteId, fields: OfferFields) {
	const adults = new Set(
		(await listSitePeople(scope, siteId, 'adults')).map(({ personId }) => personId)
	);
	if (adultsOf(fields).some(({ personId }) => !adults.has(personId))) {
		return fail('organiser.unknown-adult', 'adultIds[]');
	}
	const periods = new Set(
		(await listPeriods(scope, siteId))
			.filter(({ kind }) => kind === 'learning')
			.map(({ periodId }) => periodId)
	);
	if (fields['periodIds[]'].some((periodId) => !periods.has(periodId))) {
		return fail('organiser.unknown-period', 'periodIds[]');
	}
	const { opportunityId } = fields;
	const isKnown =
		opportunityId === null ||
		(await listOpportunityTitles(scope, [opportunityId])).has(opportunityId);
	return isKnown ? null : fail('organiser.not-found');
}

/** Those who may lead, the usual one among them. */
function adultsOf({ 'adultIds[]': adultIds, usualAdultId }: OfferFields) {
	const ids = new Set(usualAdultId === null ? adultIds : [...adultIds, usualAdultId]);
	return [...ids].map((personId) => ({ personId, isUsual: personId === usualAdultId }));
}

function outcomesOf(fields: OfferFields): readonly OfferOutcome[] {
	const builds = [...new Set(fields['builds[]'])];
	const needs = [...new Set(fields['needs[]'])].filter((id) => !builds.includes(id));
	return [
		...builds.map((outcomeId) => ({ outcomeId, part: 'builds' as const })),
		...needs.map((outcomeId) => ({ outcomeId, part: 'needs' as const }))
	];
}

/** The strand of most of what an offer builds; its first where several have as many. */
async function strandOf(scope: Scope, fields: OfferFields): Promise<StrandId | null> {
	const builds = fields['builds[]'];
	if (builds.length === 0) return null;
	const found = await listOutcomes(scope, { outcomeIds: builds }, { band: '12-18', locale: 'en' });
	const counts = new Map<StrandId, number>();
	for (const { strandId } of found) {
		if (strandId) counts.set(strandId, (counts.get(strandId) ?? 0) + 1);
	}
	const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
	return most?.[0] ?? null;
}

const toFacts = (scope: Scope, fields: OfferFields, strandId: StrandId | null): OfferFacts => ({
	kind: fields.kind,
	title: fields.title,
	about: fields.about,
	opportunityId: fields.opportunityId,
	strandId,
	ageFrom: fields.ageFrom,
	ageTo: fields.ageTo,
	sections: fields.sections,
	minimum: fields.minimum,
	maximum: fields.maximum,
	grouping: fields.grouping,
	ageSpreadMonths: fields.ageSpread === null ? null : fields.ageSpread * 12,
	needsRoom: fields.needsRoom,
	features: fields.needsRoom ? fields.features : [],
	periodIds: [...new Set(fields['periodIds[]'])],
	costMinor: fields.cost === 0 ? null : fields.cost,
	currency: fields.cost ? fields.currency : null,
	fromDay: fields.fromDay ?? scope.today,
	untilDay: fields.untilDay
});
