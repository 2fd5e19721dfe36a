import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { DiagnosticCode, MessageKeyOf } from './codes.ts';
import type { Diagnostic, Expected } from './diagnostic.ts';
import type { DiagnosticWords, DownloadHeader } from './download.ts';

/** The message key of a code. That it exists for every code is checked by the type of `m`. */
export function messageKey(code: DiagnosticCode): MessageKeyOf<DiagnosticCode> {
	// SAFETY: the type is computed from the code by the same replacement.
	return code.replaceAll(/[.-]/gu, '_') as MessageKeyOf<DiagnosticCode>;
}

/** What is wrong and what was expected, as plain sentences; `expected` may be empty. */
export function describeDiagnostic(diagnostic: Diagnostic, locale: Locale): DiagnosticWords {
	return {
		problem: m[messageKey(diagnostic.code)]({}, { locale }),
		expected: expectedWords(diagnostic.expected, locale)
	};
}

/** Titles of the columns of a downloaded report. */
export function downloadHeader(locale: Locale): DownloadHeader {
	const say = { locale };
	return [
		m.import_column_severity({}, say),
		m.import_column_file({}, say),
		m.import_column_row({}, say),
		m.import_column_field({}, say),
		m.import_column_code({}, say),
		m.import_column_problem({}, say),
		m.import_column_expected({}, say)
	];
}

const AT_MOST = {
	characters: m.import_expected_at_most_characters,
	rows: m.import_expected_at_most_rows,
	files: m.import_expected_at_most_files,
	megabytes: m.import_expected_at_most_megabytes,
	times: m.import_expected_at_most_times,
	items: m.import_expected_at_most_items
};

/** Expectations that need no figure or name. */
const PLAIN = {
	date: m.import_expected_date,
	'date-and-zone': m.import_expected_date_and_zone,
	year: m.import_expected_year,
	id: m.import_expected_id,
	uuid: m.import_expected_uuid,
	text: m.import_expected_text,
	number: m.import_expected_number,
	email: m.import_expected_email,
	'user-ids': m.import_expected_user_ids,
	empty: m.import_expected_empty,
	utf8: m.import_expected_utf8,
	comma: m.import_expected_comma,
	list: m.import_expected_list,
	object: m.import_expected_object,
	'within-parent': m.import_expected_within_parent
};

function expectedWords(expected: Expected, locale: Locale): string {
	const say = { locale };
	switch (expected.kind) {
		case 'nothing':
			return '';
		case 'one-of':
			return m.import_expected_one_of({ values: expected.values.join(', ') }, say);
		case 'reference':
			return m.import_expected_reference(
				{ file: expected.file, values: expected.values.join(', ') },
				say
			);
		case 'no-cycle':
			return m.import_expected_no_cycle({ path: expected.path.join(' → ') }, say);
		case 'at-most':
			return AT_MOST[expected.unit]({ limit: expected.limit.toLocaleString('en') }, say);
		case 'column':
			return m.import_expected_column(expected, say);
		case 'property':
			return m.import_expected_property(expected, say);
		case 'file':
			return m.import_expected_file(expected, say);
		case 'cells':
			return m.import_expected_cells(expected, say);
		case 'row-in':
			return m.import_expected_row_in(expected, say);
		case 'unique':
			return m.import_expected_unique(expected, say);
		case 'same-as':
			return m.import_expected_same_as(expected, say);
		case 'not-before':
			return m.import_expected_not_before(expected, say);
		case 'ages':
			return m.import_expected_ages(expected, say);
		case 'json':
			return m.import_expected_json(expected, say);
		default:
			return PLAIN[expected.kind]({}, say);
	}
}
