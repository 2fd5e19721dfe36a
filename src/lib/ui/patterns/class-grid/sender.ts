import { deserialize } from '$app/forms';
import type { QueuedMark, SendOutcome } from './mark-queue.ts';

/** Posts one form action; a refusal is final, anything else that is not an answer is tried again. */
async function post(action: string, name: string, values: readonly string[]): Promise<SendOutcome> {
	const body = new FormData();
	for (const value of values) body.append(name, value);
	try {
		const response = await fetch(action, {
			method: 'POST',
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
			body
		});
		const result = deserialize(await response.text());
		if (result.type === 'success') return 'sent';
		return result.type === 'failure' ? 'refused' : 'lost';
	} catch {
		return 'lost';
	}
}

export const sendMarks = (marks: readonly QueuedMark[]): Promise<SendOutcome> =>
	post(
		'?/marks',
		'marks[]',
		marks.map(({ id, learnerId, outcomeId, level }) => [id, learnerId, outcomeId, level].join(' '))
	);

export const takeBackMark = ({ learnerId, id }: QueuedMark): Promise<SendOutcome> =>
	post('?/unmark', 'events[]', [`${learnerId} ${id}`]);

/**
 * Keys of marks, UUIDv7 by the school's clock: the page says when it was made, and how long it has been open is
 * measured here, so that a tablet with a wrong clock keeps the order of the log.
 */
export function keyMaker(madeAt: number): () => string {
	const opened = performance.now();
	return () => {
		const bytes = crypto.getRandomValues(new Uint8Array(16));
		const view = new DataView(bytes.buffer);
		const now = Math.round(madeAt + performance.now() - opened);
		view.setUint16(0, Math.floor(now / 2 ** 32));
		view.setUint32(2, now % 2 ** 32);
		view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
		view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
		const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
		return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
	};
}
