import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { FrameworkNoun } from './case/index.ts';
import type { ItemBankNoun } from './items/index.ts';
import type { LessonNoun } from './oak-lessons/index.ts';
import type { RosterNoun } from './oneroster/index.ts';

type Noun = RosterNoun | FrameworkNoun | ItemBankNoun | LessonNoun;

const KINDS = {
	oneroster: m.import_kind_oneroster,
	case: m.import_kind_case,
	items: m.import_kind_items,
	oatutor: m.import_kind_oatutor,
	'oak-lessons': m.import_kind_oak_lessons
};

const NOUNS: Readonly<Record<Noun, (typeof m)['import_noun_sites']>> = {
	organisations: m.import_noun_organisations,
	sites: m.import_noun_sites,
	terms: m.import_noun_terms,
	courses: m.import_noun_courses,
	classes: m.import_noun_classes,
	learners: m.import_noun_learners,
	family: m.import_noun_family,
	teachers: m.import_noun_teachers,
	support: m.import_noun_support,
	administrators: m.import_noun_administrators,
	relationships: m.import_noun_relationships,
	enrolments: m.import_noun_enrolments,
	demographics: m.import_noun_demographics,
	outcomes: m.import_noun_outcomes,
	strands: m.import_noun_strands,
	precedes: m.import_noun_precedes,
	is_child_of: m.import_noun_is_child_of,
	is_related_to: m.import_noun_is_related_to,
	exact_matches: m.import_noun_exact_matches,
	items: m.import_noun_items,
	items_choice: m.import_noun_items_choice,
	items_number: m.import_noun_items_number,
	items_expression: m.import_noun_items_expression,
	items_other: m.import_noun_items_other,
	hints: m.import_noun_hints,
	tags: m.import_noun_tags,
	items_left_out: m.import_noun_items_left_out,
	lessons: m.import_noun_lessons,
	keywords: m.import_noun_keywords,
	misconceptions: m.import_noun_misconceptions
};

/** What an importer takes, in a few words. */
export const describeKind = (kind: keyof typeof KINDS, locale: Locale): string =>
	KINDS[kind]({}, { locale });

/** The words for what a summary counts. */
export const describeNoun = (noun: Noun, locale: Locale): string => NOUNS[noun]({}, { locale });
