import { Socket } from 'node:net';

/**
 * A socket that sends all that was written before the event loop goes on by one system call: the beginning of a
 * transaction with its first statement, several statements at once. A write wakes the server, so it is not cheap.
 */
export class GatheringSocket extends Socket {
	#isGathering = false;

	override write(
		chunk: string | Uint8Array,
		encoding?: BufferEncoding | ((error?: Error | null) => void),
		callback?: (error?: Error | null) => void
	): boolean {
		if (!this.#isGathering) {
			this.#isGathering = true;
			this.cork();
			process.nextTick(() => {
				this.#isGathering = false;
				this.uncork();
			});
		}
		return typeof encoding === 'function'
			? super.write(chunk, encoding)
			: super.write(chunk, encoding, callback);
	}
}
