import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { changed, changedFiles } from './kit-for-browsers.ts';

test.each(changedFiles)('%s of the installed framework takes its changes', (file) => {
	const code = readFileSync(`node_modules/@sveltejs/kit/src${file}`, 'utf8');
	expect(changed(file, code)).not.toBe(code);
});

test('other files stay as they are, and a file that is other than expected is an error', () => {
	expect(changed('/runtime/client/client.js', 'x')).toBeNull();
	expect(() => changed('/runtime/client/entry.js', 'x')).toThrow(/other than/);
});
