import type { SeenLevel } from './class-grid-view.ts';

/** One mark on its way, with what stood in the cell before. */
export interface QueuedMark {
	readonly id: string;
	readonly learnerId: string;
	readonly outcomeId: string;
	readonly level: SeenLevel;
	readonly before: SeenLevel | null;
}

/** How a send ended: kept, refused for good, or lost on the way (and tried again). */
export type SendOutcome = 'sent' | 'refused' | 'lost';

export interface Transport {
	send(marks: readonly QueuedMark[]): Promise<SendOutcome>;
	takeBack(mark: QueuedMark): Promise<SendOutcome>;
	/** Calls back after so many milliseconds. */
	later(milliseconds: number, work: () => void): void;
	/** Puts a level back into a cell after an undo or a refusal. */
	show(mark: QueuedMark, level: SeenLevel | null): void;
	changed(status: QueueStatus): void;
}

export interface QueueStatus {
	readonly state: 'empty' | 'saving' | 'sent' | 'waiting' | 'refused';
	/** Marks that undo can still take back, newest last. */
	readonly undoable: number;
}

/** Marks typed quickly go together. */
const gather = 500;
const mostTogether = 30;
/** Waits between tries while the network is away, in milliseconds. */
const tries = [2_000, 5_000, 15_000, 30_000] as const;

/**
 * Keeps the marks of a class grid until the school's machine has them: sends those typed together as one, tries again
 * while the network is away, gives a refused one back, and takes back the newest on undo.
 */
export class MarkQueue {
	#waiting: QueuedMark[] = [];
	#sending: readonly QueuedMark[] = [];
	#kept: QueuedMark[] = [];
	#failures = 0;
	#isPlanned = false;
	readonly #transport: Transport;

	constructor(transport: Transport) {
		this.#transport = transport;
	}

	get isEmpty(): boolean {
		return this.#waiting.length === 0 && this.#sending.length === 0;
	}

	add(mark: QueuedMark): void {
		this.#waiting.push(mark);
		this.#tell('saving');
		this.#plan(gather);
	}

	/** Takes back the newest mark: one not yet sent is just dropped. Waits for a send under way. */
	async undo(): Promise<void> {
		const unsent = this.#waiting.pop();
		if (unsent) {
			this.#transport.show(unsent, unsent.before);
			this.#tell(this.isEmpty ? 'empty' : 'saving');
			return;
		}
		if (this.#sending.length > 0) return;
		const newest = this.#kept.pop();
		if (!newest) return;
		this.#tell('saving');
		const ended = await this.#transport.takeBack(newest);
		if (ended === 'lost') this.#kept.push(newest);
		else this.#transport.show(newest, newest.before);
		this.#tell(ended === 'lost' ? 'waiting' : 'sent');
	}

	/** Sends what waits now: the network came back, or the page is about to be left. */
	async flush(): Promise<void> {
		if (this.#sending.length > 0 || this.#waiting.length === 0) return;
		this.#sending = this.#waiting.splice(0, mostTogether);
		this.#tell('saving');
		const ended = await this.#transport.send(this.#sending);
		const marks = this.#sending;
		this.#sending = [];
		if (ended === 'lost') this.#tryAgain(marks);
		else this.#settle(marks, ended);
	}

	#settle(marks: readonly QueuedMark[], ended: 'sent' | 'refused'): void {
		this.#failures = 0;
		if (ended === 'sent') this.#kept.push(...marks);
		else for (const mark of marks.toReversed()) this.#transport.show(mark, mark.before);
		this.#tell(this.isEmpty || ended === 'refused' ? ended : 'saving');
		if (!this.isEmpty) this.#plan(0);
	}

	#tryAgain(marks: readonly QueuedMark[]): void {
		this.#waiting.unshift(...marks);
		const wait = tries[Math.min(this.#failures, tries.length - 1)] ?? 0;
		this.#failures += 1;
		this.#tell('waiting');
		this.#plan(wait);
	}

	#plan(milliseconds: number): void {
		if (this.#isPlanned) return;
		this.#isPlanned = true;
		this.#transport.later(milliseconds, () => {
			this.#isPlanned = false;
			void this.flush();
		});
	}

	#tell(state: QueueStatus['state']): void {
		this.#transport.changed({ state, undoable: this.#waiting.length + this.#kept.length });
	}
}
