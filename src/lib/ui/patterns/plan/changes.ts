import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { FieldChange } from '../../components/difference.svelte';
import { dayWord } from '../work/work-shapes.ts';

const names = {
	words: m.plans_field_words,
	why: m.plans_field_why,
	successCriteria: m.plans_field_success,
	supports: m.plans_field_supports,
	reviewOn: m.plans_field_review
} as const;
type Shown = keyof typeof names;

/** A proposal's changes by field. */
export type Changes = {
	readonly [F in Shown]?: readonly [before: string | null, after: string | null] | undefined;
};

/** A day is told as a day; what is in words already stays. */
const said = (value: string | null) =>
	value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value)
		? dayWord(value, getLocale())
		: (value ?? undefined);

/** The fields that changed, named, with before and after; what a form does not show is left out. */
export function shownChanges(changes: Changes): readonly FieldChange[] {
	const fields: readonly Shown[] = ['words', 'why', 'successCriteria', 'supports', 'reviewOn'];
	return fields.flatMap((field) => {
		const pair = changes[field];
		if (!pair) return [];
		const [before, after] = pair.map(said);
		return [{ field: names[field](), before, after }];
	});
}
