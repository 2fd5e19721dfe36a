import { importKinds, type ImportKind } from '../apply/prepare-import.ts';
import { frameworkImporter } from '../framework-importer.ts';
import { itemsImporter } from '../items/index.ts';
import { oakLessonsImporter } from '../oak-lessons/index.ts';
import { oatutorImporter } from '../oatutor/index.ts';
import { rosterImporter } from '../roster-importer.ts';

const accepts: Readonly<Record<ImportKind, (name: string, head: Uint8Array) => boolean>> = {
	oneroster: (name, head) => /\.csv$/iu.test(name) || rosterImporter.accepts(name, head),
	case: frameworkImporter.accepts,
	items: itemsImporter.accepts,
	oatutor: oatutorImporter.accepts,
	'oak-lessons': oakLessonsImporter.accepts
};

/** What a file looks like, by its name or its first bytes; null when like nothing we read. */
export const recogniseImport = (name: string, head: Uint8Array): ImportKind | null =>
	importKinds.find((kind) => accepts[kind](name, head)) ?? null;

export const isImportKind = (value: unknown): value is ImportKind =>
	importKinds.some((kind) => kind === value);
