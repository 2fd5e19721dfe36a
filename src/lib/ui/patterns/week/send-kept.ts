import type { KeptList } from './keep-list.ts';
import { forgetAtSignOut, keptKey } from './kept-key.ts';

/* Comes when a page finds something kept; it shares no code with the page of wishes, which has none to spare. */

/** After so long a list is no longer sent: the week it was for is made. */
const keptMs = 7 * 24 * 60 * 60 * 1_000;

/** What this device kept for a learner; what is too old or not ours is thrown away. */
export function keptList(learnerId: string): KeptList | null {
	try {
		// SAFETY: only `keepList` writes the key; what else stands there has no list, or is caught.
		const kept = JSON.parse(localStorage.getItem(keptKey(learnerId)) ?? 'null') as KeptList | null;
		if (Array.isArray(kept?.list) && Array.isArray(kept.base) && Date.now() - kept.at < keptMs)
			return kept;
	} catch {
		// As if nothing were kept.
	}
	forget(learnerId);
	return null;
}

function forget(learnerId: string): void {
	try {
		localStorage.removeItem(keptKey(learnerId));
	} catch {
		// Nothing can be kept here.
	}
}

/** Sends it now, and whenever the line is back. */
export function sendWhenOnline(learnerId: string): void {
	forgetAtSignOut(learnerId);
	addEventListener('online', () => void sendKept(learnerId));
	void sendKept(learnerId);
}

/**
 * Sends what an earlier page of this learner kept, if nothing else was said meanwhile. What is refused stays: the page of wishes
 * tells the learner.
 */
export async function sendKept(learnerId: string): Promise<void> {
	const kept = keptList(learnerId);
	if (!kept) return;
	const { weekId, list, base } = kept;
	const fields = { weekId, learnerId, list: list.join(' '), base: base.join(' ') };
	const isSent = await fetch('/week/wishes?/save', {
		method: 'POST',
		headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
		body: new URLSearchParams(fields)
	})
		.then(async (response): Promise<{ readonly type?: string }> => response.json())
		.then(({ type }) => type === 'success' || type === 'redirect')
		.catch(() => false);
	// Another list may have been kept while this one was under way.
	if (isSent && keptList(learnerId)?.at === kept.at) forget(learnerId);
}
