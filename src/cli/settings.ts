import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageProblem } from './problem.ts';

/** How this installation is set up, as the environment says. */
export type Settings = {
	/** `LOCUS_DATA`: the one folder with everything. */
	readonly dataFolder: string;
	readonly databaseUrl: string | undefined;
	readonly databaseDirectUrl: string | undefined;
	readonly databaseUser: string | undefined;
	readonly port: number;
	/** `LOCUS_HOST`: where to listen; nothing means this machine alone, on both stacks. */
	readonly host: string | undefined;
	/** `LOCUS_ORIGIN`: the address people type, where a proxy stands before Locus. */
	readonly origin: string | undefined;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; an empty variable counts as not set. */
export function readSettings(env: Environment): Settings {
	const read = (name: string) => env[name] || undefined;
	return {
		dataFolder: resolve(read('LOCUS_DATA') ?? './.locus'),
		databaseUrl: read('DATABASE_URL'),
		databaseDirectUrl: read('LOCUS_DATABASE_DIRECT_URL'),
		databaseUser: read('LOCUS_DATABASE_USER'),
		port: readPort(read('PORT') ?? '3000'),
		host: read('LOCUS_HOST'),
		origin: readOrigin(read('LOCUS_ORIGIN'))
	};
}

/** The secret that signs cookies: the one given, else the one of the data folder, made once. */
export function readSecret(env: Environment, dataFolder: string): string {
	const given = env['LOCUS_SECRET'];
	if (given) return given;
	const file = join(dataFolder, 'keys/secret');
	if (!existsSync(file)) {
		mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
		writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flush: true });
	}
	return readFileSync(file, 'utf8');
}

function readPort(text: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
	throw new UsageProblem('PORT must be a whole number from 0 to 65535, for example PORT=3001.');
}

function readOrigin(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	const url = URL.parse(text);
	if (url !== null && /^https?:$/.test(url.protocol)) return url.origin;
	throw new UsageProblem(
		'LOCUS_ORIGIN must be the address people type, for example https://locus.school.nz'
	);
}
