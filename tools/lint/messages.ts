// Every failure has words in every locale, locales agree with each other, and no message is left over.
import { basename } from 'node:path';
import { errorKey, failureCodes, unlike, unused, type Messages } from './rules/messages.ts';
import { projectFiles } from './rules/project-files.ts';

const locales = ['en', 'mi'] as const;

function messagesIn(locale: string): ReadonlyMap<string, Messages> {
	return new Map(
		projectFiles(`messages/${locale}/*.json`).map(({ path, text }) => {
			const { $schema: _, ...messages }: Messages = JSON.parse(text);
			return [basename(path), messages];
		})
	);
}

const [base, ...others] = locales.map((locale) => ({ locale, files: messagesIn(locale) }));
const files = base?.files ?? new Map<string, Messages>();
const lines: string[] = [];

for (const { locale, files: theirs } of others) {
	for (const name of new Set([...files.keys(), ...theirs.keys()])) {
		const found = unlike(files.get(name) ?? {}, theirs.get(name) ?? {});
		lines.push(...found.map((line) => `messages/${locale}/${name} ${line}`));
	}
}

const keys = [...files.values()].flatMap((messages) => Object.keys(messages));
const known = new Set(keys);
// Problems of imported files have words of their own, and engines speak to code alone.
const spoken = ['modules/**/*.ts', 'platform/**/*.ts', 'interop/runs/*.ts', '*.ts'].map(
	(folder) => `src/lib/server/${folder}`
);
for (const pattern of [...spoken, 'src/routes/**/*.ts']) {
	for (const { path, text } of projectFiles(pattern)) {
		if (path.endsWith('.test.ts')) continue;
		const wordless = failureCodes(text).filter((code) => !known.has(errorKey(code)));
		lines.push(...wordless.map((code) => `${path} ${code} has no message ${errorKey(code)}`));
	}
}

const sources = ['src/**/*.ts', 'src/**/*.svelte', 'fixtures/**/*.ts'].flatMap((pattern) =>
	projectFiles(pattern).filter(({ path }) => !path.endsWith('.test.ts'))
);
const idle = unused(
	keys,
	sources.map(({ text }) => text)
);
lines.push(...idle.map((key) => `messages: nobody says ${key}`));

for (const line of new Set(lines)) console.error(line);
if (lines.length > 0) process.exitCode = 1;
