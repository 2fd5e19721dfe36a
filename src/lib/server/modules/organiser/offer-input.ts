import * as v from 'valibot';
import {
	idField,
	listField,
	numberField,
	optionalDayField,
	optionalMoneyField,
	optionalNumberField,
	tickField,
	wordsField
} from '../../platform/http/fields.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import type { OpportunityId } from '../opportunities/index.ts';
import type { PeriodId } from '../school/index.ts';
import { groupings, offerKinds } from './organiser.tables.ts';

const orNone = <S extends v.GenericSchema>(schema: S) =>
	v.union([
		schema,
		v.pipe(
			v.optional(v.literal(''), ''),
			v.transform(() => null)
		)
	]);

/** What the form of an offer sends; what is left empty means any or none. */
export const offerFields = {
	kind: v.picklist(offerKinds),
	title: wordsField(120),
	about: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(1_000, 'form.words-too-long')),
	opportunityId: orNone(idField<OpportunityId>()),
	ageFrom: optionalNumberField(3, 25),
	ageTo: optionalNumberField(3, 25),
	sections: numberField(1, 20),
	minimum: numberField(1, 500),
	maximum: numberField(1, 500),
	grouping: v.picklist(groupings),
	/** Years between the youngest and the oldest above which a group is not liked. */
	ageSpread: optionalNumberField(1, 15),
	needsRoom: tickField(),
	features: listField(10),
	'periodIds[]': v.optional(v.pipe(v.array(idField<PeriodId>()), v.maxLength(120)), []),
	'adultIds[]': v.optional(v.pipe(v.array(idField<PersonId>()), v.maxLength(60)), []),
	usualAdultId: orNone(idField<PersonId>()),
	'builds[]': v.optional(v.pipe(v.array(idField<OutcomeId>()), v.maxLength(12)), []),
	'needs[]': v.optional(v.pipe(v.array(idField<OutcomeId>()), v.maxLength(12)), []),
	cost: optionalMoneyField(),
	currency: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.toUpperCase(),
		v.regex(/^([A-Z]{3})?$/, 'organiser.currency-wrong')
	),
	fromDay: optionalDayField(),
	untilDay: optionalDayField()
};
export type OfferFields = v.InferOutput<v.ObjectSchema<typeof offerFields, undefined>>;
