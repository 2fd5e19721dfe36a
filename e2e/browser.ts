import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The Chromium that the test run found, else the first on the path, else Playwright's own. */
function chromium(): string | undefined {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	const onPath = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) =>
		folders.map((folder) => join(folder, name))
	);
	return process.env['LOCUS_CHROMIUM'] ?? onPath.find((program) => existsSync(program));
}

/** How Chromium is started on this machine. */
export function browserOptions(): { readonly executablePath?: string; readonly args: string[] } {
	const executablePath = chromium();
	return {
		...(executablePath ? { executablePath } : {}),
		// the sandbox of Chromium needs a user who is not root
		args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
	};
}
