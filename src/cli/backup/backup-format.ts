import { createHash, type Hash } from 'node:crypto';

/**
 * A backup is one gzip-compressed file of JSON lines, readable without Locus: the header; then each
 * table (its columns, its rows as arrays of PostgreSQL's own text forms, its end); then each stored
 * file (its path, its contents in base64 pieces, its end); then the closing line. Every end carries
 * a count and a SHA-256 of the lines before it, so that a cut or changed file is noticed.
 */
export const FORMAT = 'locus-backup';
export const FORMAT_VERSION = 1;

export type BackupHeader = {
	readonly format: typeof FORMAT;
	readonly version: typeof FORMAT_VERSION;
	readonly madeAt: string;
	readonly postgres: string;
	/** Ids of the migrations that made the schema, in order. */
	readonly migrations: readonly string[];
	readonly sequences: readonly SequenceState[];
};

/** A sequence and the last number it gave, if it gave one. */
export type SequenceState = {
	readonly name: string;
	readonly lastValue: string;
	readonly isCalled: boolean;
};

/** A table by its quoted, qualified name, and its columns in the order of the rows. */
export type TableStart = { readonly table: string; readonly columns: readonly string[] };
export type FileStart = { readonly file: string };
export type PartEnd = { readonly end: { readonly count: number; readonly sha256: string } };
export type Closing = { readonly complete: { readonly tables: number; readonly files: number } };

/** A row: PostgreSQL's text form of each value, exact in both directions. */
export type Row = readonly (string | null)[];
export type FilePiece = { readonly piece: string };

export type BackupLine =
	BackupHeader | TableStart | Row | FileStart | FilePiece | PartEnd | Closing;

/** Counts and digests the lines of one table or file. */
export class PartDigest {
	readonly #hash: Hash = createHash('sha256');
	#count = 0;

	add(line: string): void {
		this.#hash.update(line).update('\n');
		this.#count += 1;
	}

	end(): PartEnd {
		return { end: { count: this.#count, sha256: this.#hash.digest('hex') } };
	}
}
