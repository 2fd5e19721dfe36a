import { createRandom } from '#engines/kernel/index.ts';

/** FNV-1a over UTF-16 code units: a 32-bit digest that is the same on every machine (Fowler, Noll, Vo). */
export function digest(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) {
		hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	}
	return hash >>> 0;
}

/** A key for an option that shows neither its place in the source nor whether it is right. */
export function optionKey(itemId: string, side: string, text: string): string {
	const first = digest(`${itemId}\u0000${side}\u0000${text}`);
	const second = digest(`${text}\u0000${side}\u0000${itemId}\u0000`);
	return first.toString(36).padStart(7, '0') + second.toString(36).padStart(7, '0');
}

/** The entries in an order drawn from `seed` (Fisher-Yates); the input is untouched. */
export function shuffle<T>(entries: readonly T[], seed: string): readonly T[] {
	const random = createRandom(digest(seed));
	const keyed = entries.map((entry) => ({ entry, at: random.next() }));
	return keyed.sort((a, b) => a.at - b.at).map(({ entry }) => entry);
}
