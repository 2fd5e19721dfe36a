import * as v from 'valibot';
import { isSchoolDay, type SchoolDay } from '../../platform/clock/index.ts';
import { idField, optionalWordsField, wordsField } from '../../platform/http/fields.ts';
import type { OutcomeId } from '../../platform/ids.ts';
import type { GoalFields } from './goal.ts';

/** A day from a date field; an empty one is no day. */
export const dayField = () =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((day): SchoolDay | null | undefined =>
			day === '' ? null : isSchoolDay(day) ? day : undefined
		),
		v.custom<SchoolDay | null>((day) => day !== undefined, 'plans.no-such-day')
	);

/** What a goal says, as a form sends it. */
export const goalFieldsInput = {
	words: wordsField(300),
	why: optionalWordsField(500),
	successCriteria: optionalWordsField(500),
	supports: optionalWordsField(500),
	reviewOn: dayField(),
	'outcomeIds[]': v.optional(v.pipe(v.array(idField<OutcomeId>()), v.maxLength(12)), [])
};

type FieldsInput = v.InferOutput<v.ObjectSchema<typeof goalFieldsInput, undefined>>;

export const toFields = (input: FieldsInput): GoalFields => ({
	words: input.words,
	why: input.why,
	successCriteria: input.successCriteria,
	supports: input.supports,
	reviewOn: input.reviewOn,
	outcomeIds: input['outcomeIds[]']
});
