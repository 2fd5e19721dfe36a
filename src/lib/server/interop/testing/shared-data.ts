import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root =
	process.env['LOCUS_SHARED_DATA'] ?? join(import.meta.dirname, '../../../../../../shared/data');

/** A folder of the shared data, or `null` where it is absent. */
export function sharedFolder(name: string): string | null {
	const path = join(root, name);
	return existsSync(path) ? path : null;
}

export const sharedFile = (folder: string, name: string) => readFileSync(join(folder, name));
