import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { FrameworkNoun } from './case/index.ts';
import type { RosterNoun } from './oneroster/index.ts';

const KINDS = { oneroster: m.import_kind_oneroster, case: m.import_kind_case };

const NOUNS: Readonly<Record<RosterNoun | FrameworkNoun, (typeof m)['import_noun_sites']>> = {
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
	exact_matches: m.import_noun_exact_matches
};

/** What an importer takes, in a few words. */
export const describeKind = (kind: keyof typeof KINDS, locale: Locale): string =>
	KINDS[kind]({}, { locale });

/** The words for what a summary counts. */
export const describeNoun = (noun: RosterNoun | FrameworkNoun, locale: Locale): string =>
	NOUNS[noun]({}, { locale });
