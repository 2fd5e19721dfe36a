import { deserialize } from '$app/forms';
import { keepList } from './keep-list.ts';
import { forgetAtSignOut, isKept } from './kept-key.ts';

type Kept = 'saving' | 'waiting' | 'sent' | 'refused';

/** How long until a list that did not get through is sent again, ms. */
const again = 3_000;

/**
 * Keeps a ranked list as it is tapped: shown at once, sent as a whole, the newest only. A lost line is tried again, by the next
 * page too; a refusal brings back what the school's machine holds.
 */
export class WishKeeper {
	list: readonly string[] = $state.raw([]);
	kept: Kept | null = $state(null);
	/** What the refusal said. */
	why: string | null = $state(null);
	#held: readonly string[] = [];
	#isSending = false;
	readonly #fields: { readonly weekId: string; readonly learnerId: string };

	constructor(
		list: readonly string[],
		fields: { readonly weekId: string; readonly learnerId: string },
		isKept: boolean
	) {
		this.list = list;
		this.#held = list;
		this.#fields = fields;
		this.kept = isKept ? 'sent' : null;
	}

	/** A list that a page before kept here is sent, unless another one was said meanwhile: then that is told, by its ids. */
	async takeUp(): Promise<readonly string[] | null> {
		const { learnerId, weekId } = this.#fields;
		forgetAtSignOut(learnerId);
		if (!isKept(learnerId)) return null;
		const { keptList } = await import('./send-kept.ts');
		const kept = keptList(learnerId);
		if (!kept || kept.weekId !== weekId) return null;
		if (kept.base.join() !== this.#held.join() && kept.list.join() !== this.#held.join())
			return kept.list;
		if (kept.list.join() === this.#held.join()) keepList(learnerId, null);
		else this.say(kept.list);
		return null;
	}

	/** What was kept here is not wanted any more. */
	forget(): void {
		keepList(this.#fields.learnerId, null);
	}

	say(list: readonly string[]): void {
		if (list.join() === this.list.join()) return;
		this.list = list;
		this.why = null;
		this.kept = 'saving';
		const { weekId, learnerId } = this.#fields;
		keepList(learnerId, { weekId, list, base: this.#held, at: Date.now() });
		if (!this.#isSending) void this.#send();
	}

	async #send(): Promise<void> {
		this.#isSending = true;
		const sent = this.list;
		const answer = await post({ ...this.#fields, list: sent.join(' ') });
		this.#isSending = false;
		if (answer === 'lost') {
			this.kept = 'waiting';
			setTimeout(() => void (this.#isSending || this.#send()), again);
			return;
		}
		if (answer === 'sent') this.#held = sent;
		else if (sent === this.list) this.list = this.#held;
		if (answer !== 'sent') this.why = answer.refused;
		if (sent !== this.list && answer === 'sent') return this.#send();
		keepList(this.#fields.learnerId, null);
		this.kept = answer === 'sent' ? 'sent' : 'refused';
	}
}

/** Sends a whole list, from whatever page is open by then; `lost` where nobody answered. */
async function post(
	fields: Readonly<Record<string, string>>
): Promise<'sent' | 'lost' | { readonly refused: string | null }> {
	try {
		const response = await fetch('/week/wishes?/save', {
			method: 'POST',
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
			body: new URLSearchParams(fields)
		});
		const result = deserialize<
			Record<string, unknown>,
			{ readonly error?: { readonly message: string } }
		>(await response.text());
		if (result.type === 'failure') return { refused: result.data?.error?.message ?? null };
		return result.type === 'error' ? 'lost' : 'sent';
	} catch {
		return 'lost';
	}
}
