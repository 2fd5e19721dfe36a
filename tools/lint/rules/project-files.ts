import { globSync, readFileSync } from 'node:fs';

const root = new URL('../../../', import.meta.url);

/** A file of the project: its path from the root, with slashes, and its text. */
export interface ProjectFile {
	readonly path: string;
	readonly text: string;
}

/** Reads the files of a pattern, generated ones left out. */
export function projectFiles(pattern: string): ProjectFile[] {
	return globSync(pattern, { cwd: root })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => !path.includes('/paraglide/') && !path.includes('node_modules'))
		.sort()
		.map((path) => ({
			path,
			text: readFileSync(new URL(encodeURI(path).replaceAll('#', '%23'), root), 'utf8')
		}));
}
