import { m } from '#lib/paraglide/messages.js';
import type { FieldChange } from '../../components/difference.svelte';

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

/** The fields that changed, named, with before and after; what a form does not show is left out. */
export function shownChanges(changes: Changes): readonly FieldChange[] {
	const fields: readonly Shown[] = ['words', 'why', 'successCriteria', 'supports', 'reviewOn'];
	return fields.flatMap((field) => {
		const pair = changes[field];
		if (!pair) return [];
		return [{ field: names[field](), before: pair[0] ?? undefined, after: pair[1] ?? undefined }];
	});
}
