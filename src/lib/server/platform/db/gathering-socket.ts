import { Socket } from 'node:net';

type Connect = Parameters<Socket['connect']>;

/**
 * A socket that sends all that was written before the event loop goes on by one system call: the beginning of a
 * transaction with its first statement, several statements at once. A write wakes the server, so it is not cheap.
 */
export class GatheringSocket extends Socket {
	#isGathering = false;

	override connect(...args: readonly unknown[]): this {
		// SAFETY: passed on as they came; overloads cannot be spread.
		super.connect(...(args as Connect));
		// Node gives a socket that connects the plain `write` as its own; the one below is what we are here for.
		Reflect.deleteProperty(this, 'write');
		return this;
	}

	override write(
		chunk: string | Uint8Array,
		encoding?: BufferEncoding | ((error?: Error | null) => void),
		callback?: (error?: Error | null) => void
	): boolean {
		if (!this.#isGathering) {
			this.#isGathering = true;
			this.cork();
			// Behind all promises that can go on now, also where this is called from a tick, which is before them.
			queueMicrotask(() => process.nextTick(() => this.#leave()));
		}
		return typeof encoding === 'function'
			? super.write(chunk, encoding)
			: super.write(chunk, encoding, callback);
	}

	#leave(): void {
		this.#isGathering = false;
		this.uncork();
	}
}
