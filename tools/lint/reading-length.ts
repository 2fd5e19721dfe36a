// English sentences no longer than whoever reads them can bear.
import { basename } from 'node:path';
import { projectFiles } from './rules/project-files.ts';
import { tooLong } from './rules/reading-length.ts';

const lines = projectFiles('messages/en/*.json').flatMap(({ path, text }) => {
	// SAFETY: a message file is an object of keys; the message compiler refuses any other.
	const messages = JSON.parse(text) as Record<string, unknown>;
	return tooLong(basename(path, '.json'), messages).map((line) => `${path} ${line}`);
});
for (const line of lines) console.error(line);
if (lines.length > 0) process.exitCode = 1;
