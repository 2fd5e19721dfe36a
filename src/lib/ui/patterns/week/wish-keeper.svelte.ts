import { deserialize } from '$app/forms';

type Kept = 'saving' | 'waiting' | 'sent' | 'refused';

/** How long until a list that did not get through is sent again, ms. */
const again = 3_000;

/**
 * Keeps a ranked list as it is tapped: shown at once, sent as a whole, the newest only. A lost line is tried again; a
 * refusal brings back what the school's machine holds.
 */
export class WishKeeper {
	list: readonly string[] = $state.raw([]);
	kept: Kept | null = $state(null);
	/** What the refusal said. */
	why: string | null = $state(null);
	#held: readonly string[] = [];
	#isSending = false;
	readonly #fields: Readonly<Record<string, string>>;

	constructor(list: readonly string[], fields: Readonly<Record<string, string>>, isKept: boolean) {
		this.list = list;
		this.#held = list;
		this.#fields = fields;
		this.kept = isKept ? 'sent' : null;
	}

	say(list: readonly string[]): void {
		if (list.join() === this.list.join()) return;
		this.list = list;
		this.why = null;
		this.kept = 'saving';
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
		this.kept = answer === 'sent' ? 'sent' : 'refused';
	}
}

async function post(
	fields: Readonly<Record<string, string>>
): Promise<'sent' | 'lost' | { readonly refused: string | null }> {
	try {
		const response = await fetch('?/save', {
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
