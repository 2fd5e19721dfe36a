import { readdirSync, readFileSync } from 'node:fs';
import { messageFaults, type MessageFile } from './rules/message-keys.ts';

/** Fails when the message files do not fit each other. */
const folder = new URL('../../messages/', import.meta.url);
const files = readdirSync(folder).flatMap((locale) =>
	readdirSync(new URL(`${locale}/`, folder)).map((name): MessageFile => {
		const text = readFileSync(new URL(`${locale}/${name}`, folder), 'utf8');
		return { locale, name, messages: JSON.parse(text) };
	})
);
const faults = messageFaults(files);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
