import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { listCommunities, readSchoolSources } from '#lib/server/modules/school/index.ts';
import { newUuid, type CommunityId } from '#lib/server/platform/ids.ts';
import { describeDiagnostic } from '../diagnostics/describe.ts';
import { describeKind, describeNoun } from '../describe-import.ts';
import type { DiagnosticSummary } from '../diagnostics/index.ts';
import type { ImportKind } from '../apply/prepare-import.ts';
import { applyImport, startImport } from './commands.ts';
import { saveImportFiles } from './import-files.ts';
import type { ImportHost } from './import-host.ts';
import type { ImportId } from './import-run.ts';
import { selectRun, type ImportReportView } from './import-run.store.ts';
import { importRunner } from './import-runner.ts';
import { isImportKind } from './recognise.ts';

/** What `locus import` was asked for; `lessons` is a short word for the lessons of a catalogue. */
export interface ImportFrom {
	readonly kind: string;
	readonly path: string;
	/** The name of a community, where the installation has several. */
	readonly community?: string | undefined;
}

export interface ImportLines {
	readonly isApplied: boolean;
	readonly lines: readonly string[];
}

const refused = (line: string): ImportLines => ({ isApplied: false, lines: [line] });

async function filesAt(path: string) {
	const isFolder = (await stat(path)).isDirectory();
	const names = isFolder ? (await readdir(path)).toSorted() : [basename(path)];
	return names
		.filter((name) => !isFolder || /\.csv$/iu.test(name))
		.map((name) => ({ name, content: createReadStream(isFolder ? join(path, name) : path) }));
}

const linesOfProblems = (problems: DiagnosticSummary | null): readonly string[] =>
	(problems?.groups ?? []).flatMap(({ total, first }) => {
		const [one] = first;
		if (!one) return [];
		const { problem, expected } = describeDiagnostic(one, 'en');
		const place = [one.file, one.row === null ? null : `row ${one.row}`, one.field];
		const where = place.filter((part) => part !== null).join(', ');
		return [`${one.severity}, ${total} times: ${problem} ${expected} First: ${where}.`];
	});

function linesOf(run: ImportReportView): readonly string[] {
	const nouns = Object.entries(run.summary ?? {}).map(
		([noun, n]) =>
			// SAFETY: summaries are made by our importers, whose nouns all have words.
			`  ${describeNoun(noun as Parameters<typeof describeNoun>[0], 'en')}: ${n ?? 0}`
	);
	return [
		`${describeKind(run.kind, 'en')}: ${run.state}`,
		...nouns,
		...(run.state === 'applied' ? [`New: ${run.added}. Here before: ${run.known}.`] : []),
		...linesOfProblems(run.problems)
	];
}

async function communityOf(
	app: ImportHost,
	name: string | undefined
): Promise<CommunityId | string> {
	const all = await app.auth.local('read', listCommunities);
	const fitting = name === undefined ? all : all.filter((each) => each.name === name);
	const [only, another] = fitting;
	if (only && !another) return only.communityId;
	if (!only) return 'There is no such community here. Start Locus once and set one up.';
	const names = all.map((each) => `"${each.name}"`).join(', ');
	return `Say which community, with --community and one of: ${names}.`;
}

/** Checks and applies files from the command line, by the same run that the pages show. */
export async function importFrom(app: ImportHost, request: ImportFrom): Promise<ImportLines> {
	const kind = request.kind === 'lessons' ? 'oak-lessons' : request.kind;
	if (!isImportKind(kind)) return refused(`There is no importer for ${request.kind}.`);
	const found = await communityOf(app, request.community);
	if (found.includes(' ')) return refused(found);
	// SAFETY: sentences have spaces; what is left is the id.
	const communityId = found as CommunityId;
	return runImport(app, communityId, kind, request.path);
}

async function runImport(
	app: ImportHost,
	communityId: CommunityId,
	kind: ImportKind,
	path: string
): Promise<ImportLines> {
	const importId = newUuid<ImportId>(app.clock.now());
	const actor = { kind: 'system', communityId, reason: 'locus import' } as const;
	const files = await filesAt(path);
	if (files.length === 0) return refused('There is no file to read in this folder.');
	const fileDigest = await saveImportFiles(app.config.dataFolder, importId, files);
	const run = { importId, kind, fileName: basename(path), fileDigest };
	await app.change(actor, (scope) => startImport(scope, run));
	const school = await app.read(actor, readSchoolSources);
	const timeZone = school.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
	const job = { actor, importId, kind, timeZone, locale: 'en' };
	await importRunner(app).check(job);
	const yes = await app.change(actor, (scope) => applyImport(scope, { importId }));
	if (yes.ok) await importRunner(app).apply(job);
	const done = await app.read(actor, (scope) => selectRun(scope, importId));
	return done
		? { isApplied: done.state === 'applied', lines: linesOf(done) }
		: refused('The import is gone.');
}
