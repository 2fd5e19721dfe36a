import type { Finding } from './finding.ts';
import type { ProjectFile } from './project-files.ts';

/** Prints what a rule finds in files, one line each, and fails the program if there is any. */
export function report(
	files: readonly ProjectFile[],
	rule: (file: ProjectFile) => readonly Finding[]
): void {
	const lines = files.flatMap((file) =>
		rule(file).map(({ line, message }) => `${file.path}:${line} ${message}`)
	);
	for (const line of lines) console.error(line);
	if (lines.length > 0) process.exitCode = 1;
}
