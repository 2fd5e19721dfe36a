import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { CommandProblem } from '../problem.ts';
import {
	type BackupHeader,
	FORMAT,
	FORMAT_VERSION,
	type PartEnd,
	PartDigest,
	type Row,
	type SequenceState
} from './backup-format.ts';

/** What a backup says, one step at a time; every part has been checked when its end arrives. */
export type BackupEvent =
	| { readonly kind: 'header'; readonly header: BackupHeader }
	| { readonly kind: 'table'; readonly name: string; readonly columns: readonly string[] }
	| { readonly kind: 'row'; readonly row: Row }
	| { readonly kind: 'file'; readonly path: string }
	| { readonly kind: 'piece'; readonly contents: Buffer }
	| { readonly kind: 'end'; readonly end: PartEnd['end'] };

/** Reads a backup and checks it on the way; throws `CommandProblem` where it is cut or changed. */
export async function* readBackup(path: string): AsyncGenerator<BackupEvent> {
	const progress = new Progress();
	for await (const line of backupFileLines(path)) yield* progress.take(line);
	if (!progress.isComplete) throw damaged();
}

async function* backupFileLines(path: string): AsyncGenerator<string> {
	const unzipped = createGunzip();
	const reading = pipeline(createReadStream(path), unzipped);
	// What goes wrong is met below, where the pieces are read.
	reading.catch(() => undefined);
	try {
		yield* linesOf(unzipped.setEncoding('utf8'));
	} catch (cause) {
		throw cause instanceof CommandProblem ? cause : damaged();
	} finally {
		unzipped.destroy();
	}
}

/** Splits at line feeds alone: what people wrote may hold every other kind of line end. */
async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
	let rest = '';
	for await (const piece of pieces) {
		const lines = (rest + piece).split('\n');
		rest = lines.pop() ?? '';
		yield* lines;
	}
	if (rest !== '') throw damaged();
}

/** Where reading stands: the grammar of a backup. */
class Progress {
	isComplete = false;
	#hasHeader = false;
	#parts = { tables: 0, files: 0 };
	#open: { readonly digest: PartDigest; readonly columns: number | undefined } | undefined;

	*take(line: string): Generator<BackupEvent> {
		const value = parseLine(line);
		if (this.isComplete) throw damaged();
		if (!this.#hasHeader) {
			this.#hasHeader = true;
			yield { kind: 'header', header: parseHeader(value) };
		} else if (this.#open === undefined) {
			yield* this.#outside(value);
		} else {
			yield this.#inside(value, line, this.#open);
		}
	}

	*#outside(value: Record<string, unknown>): Generator<BackupEvent> {
		const { table, columns, file, complete } = value;
		if (typeof table === 'string' && isTexts(columns)) {
			this.#open = { digest: new PartDigest(), columns: columns.length };
			this.#parts.tables += 1;
			yield { kind: 'table', name: table, columns };
		} else if (typeof file === 'string') {
			this.#open = { digest: new PartDigest(), columns: undefined };
			this.#parts.files += 1;
			yield { kind: 'file', path: file };
		} else if (JSON.stringify(complete) === JSON.stringify(this.#parts)) {
			this.isComplete = true;
		} else {
			throw damaged();
		}
	}

	#inside(
		value: Record<string, unknown>,
		line: string,
		{ digest, columns }: { readonly digest: PartDigest; readonly columns: number | undefined }
	): BackupEvent {
		if ('end' in value) {
			const { end } = digest.end();
			if (JSON.stringify(value['end']) !== JSON.stringify(end)) throw damaged();
			this.#open = undefined;
			return { kind: 'end', end };
		}
		digest.add(line);
		const { piece } = value;
		if (columns === undefined && typeof piece === 'string') {
			return { kind: 'piece', contents: Buffer.from(piece, 'base64') };
		}
		if (columns !== undefined && isRow(value, columns)) return { kind: 'row', row: value };
		throw damaged();
	}
}

function parseLine(line: string): Record<string, unknown> {
	try {
		const value: unknown = JSON.parse(line);
		// SAFETY: any object or array can be asked for named members; each is checked before use.
		if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
	} catch {
		// Not JSON: damaged, as below.
	}
	throw damaged();
}

function parseHeader(value: Record<string, unknown>): BackupHeader {
	const { format, version, madeAt, postgres, migrations, sequences } = value;
	if (format !== FORMAT) throw damaged();
	if (version !== FORMAT_VERSION) {
		throw new CommandProblem(
			'This backup was made by a newer Locus. Update Locus, then restore it.'
		);
	}
	const isWhole = typeof madeAt === 'string' && typeof postgres === 'string';
	if (!isWhole || !isTexts(migrations) || !isSequences(sequences)) throw damaged();
	return { format, version, madeAt, postgres, migrations, sequences };
}

function isTexts(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isRow(value: unknown, columns: number): value is Row {
	if (!Array.isArray(value) || value.length !== columns) return false;
	return value.every((one) => one === null || typeof one === 'string');
}

function isSequences(value: unknown): value is readonly SequenceState[] {
	if (!Array.isArray(value)) return false;
	return value.every(
		({ name, lastValue, isCalled }: Record<string, unknown>) =>
			typeof name === 'string' && typeof lastValue === 'string' && typeof isCalled === 'boolean'
	);
}

function damaged(): CommandProblem {
	return new CommandProblem(
		'This file is not a whole backup of Locus: it is cut, changed or something else. Nothing was changed. Use another backup.'
	);
}
