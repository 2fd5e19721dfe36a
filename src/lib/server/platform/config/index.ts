import { resolve } from 'node:path';
import * as v from 'valibot';

/** How this installation is set up; read once from the environment. */
export interface Config {
	/** The one folder that holds all data. */
	readonly dataFolder: string;
	/** A PostgreSQL server of one's own instead of the embedded one. */
	readonly databaseUrl: string | null;
	readonly port: number;
	readonly host: string;
	/** Signs cookies; made on first start and kept in the data folder. */
	readonly secret: string;
	/** The address people type, or null while it is only this machine. */
	readonly origin: string | null;
	/** Off where a pooler between us and the server breaks named statements. */
	readonly hasNamedStatements: boolean;
	/** Adds `x-locus-statements` to responses: for the budget tests. */
	readonly measuresStatements: boolean;
	/** Shows the component gallery and lets tests override direction and theme. */
	readonly hasGallery: boolean;
}

const flag = v.pipe(
	v.optional(v.picklist(['0', '1']), '0'),
	v.transform((value) => value === '1')
);

const environment = v.object({
	LOCUS_DATA: v.optional(v.string(), './.locus'),
	DATABASE_URL: v.optional(v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//))),
	PORT: v.optional(
		v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(1), v.maxValue(65535)),
		'3000'
	),
	LOCUS_HOST: v.optional(v.string(), '127.0.0.1'),
	LOCUS_ORIGIN: v.optional(v.pipe(v.string(), v.url())),
	LOCUS_SECRET: v.pipe(v.string(), v.minLength(32)),
	LOCUS_NAMED_STATEMENTS: v.optional(v.picklist(['0', '1']), '1'),
	LOCUS_MEASURE: flag,
	LOCUS_GALLERY: flag
});

/** Reads the configuration; throws with one sentence per wrong variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
	const parsed = v.safeParse(environment, env);
	if (!parsed.success) {
		const names = parsed.issues.map(
			(issue) => `${v.getDotPath(issue)}: expected ${issue.expected}`
		);
		throw new TypeError(`The configuration is wrong. ${names.join('. ')}.`);
	}
	const { output } = parsed;
	return {
		dataFolder: resolve(output.LOCUS_DATA),
		databaseUrl: output.DATABASE_URL ?? null,
		port: output.PORT,
		host: output.LOCUS_HOST,
		secret: output.LOCUS_SECRET,
		origin: output.LOCUS_ORIGIN ?? null,
		hasNamedStatements: output.LOCUS_NAMED_STATEMENTS === '1',
		measuresStatements: output.LOCUS_MEASURE,
		hasGallery: output.LOCUS_GALLERY
	};
}
