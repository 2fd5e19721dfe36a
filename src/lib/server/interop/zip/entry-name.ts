/** Why an entry name may not be used, or its path with forward slashes. */
export type EntryName =
	| { readonly safe: true; readonly path: string; readonly folder: boolean }
	| { readonly safe: false };

/**
 * Judges an entry name. Backslashes are folders (old Windows tools write them so). Unsafe: empty,
 * absolute, with a drive letter, with `..`, with control characters, or over 255 characters.
 */
export function entryName(raw: string): EntryName {
	const path = raw.replaceAll('\\', '/');
	const folder = path.endsWith('/');
	const parts = (folder ? path.slice(0, -1) : path).split('/');
	const unsafe =
		raw.length > 255 ||
		/\p{Cc}/u.test(raw) ||
		/^[a-z]:/iu.test(path) ||
		parts.some((part) => part === '' || part === '.' || part === '..');
	return unsafe ? { safe: false } : { safe: true, path, folder };
}

/** Files that operating systems add beside the real ones. */
export function isSystemFile(path: string): boolean {
	return /(?:^|\/)(?:__MACOSX(?:\/|$)|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$)/iu.test(path);
}

/** The one folder everything lies in, with its slash; empty when there is none. */
export function commonFolder(paths: readonly string[]): string {
	const [first] = paths;
	const end = first?.indexOf('/') ?? -1;
	if (first === undefined || end < 0) return '';
	const folder = first.slice(0, end + 1);
	return paths.every((path) => path.startsWith(folder)) ? folder : '';
}
