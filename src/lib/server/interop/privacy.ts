import { columns, impersonal, type PrivacyDeclaration } from '../platform/privacy/index.ts';

/** A run of an importer keeps counts and places of problems, never what a file said about anyone. */
export const importsPrivacy: PrivacyDeclaration = {
	module: 'interop',
	columns: columns('import_run', ['started_by', 'file_name'], {
		purpose: 'says who brought a file in, and which',
		basis: 'public-task',
		seenBy: 'administrators',
		kept: 'two years after the import',
		exported: 'decisions.json, as the decision to import',
		erased: 'kept-without-person'
	}),
	impersonal: impersonal('import_run', [
		'community_id',
		'import_id',
		'kind',
		'state',
		'summary',
		'known',
		'added',
		'problems',
		'diagnostics',
		'failure',
		'progress',
		'progress_of',
		'file_digest',
		'started_at',
		'touched_at',
		'ended_at'
	])
};
