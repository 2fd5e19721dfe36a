import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GatheringSocket } from './gathering-socket.ts';

const folder = mkdtempSync(join(tmpdir(), 'locus-socket-'));
const path = join(folder, 's');
const heard: string[] = [];
let server: Server;

beforeAll(async () => {
	server = createServer((peer) => peer.on('data', (bytes) => heard.push(String(bytes))));
	server.listen(path);
	await once(server, 'listening');
});
afterAll(() => {
	server.close();
	rmSync(folder, { recursive: true });
});

/** Tells what leaves by one call to the system. */
class WatchedSocket extends GatheringSocket {
	readonly calls: string[][] = [];
	override _write(chunk: Buffer, encoding: BufferEncoding, done: () => void): void {
		this.calls.push([String(chunk)]);
		super._write(chunk, encoding, done);
	}
	override _writev(chunks: { chunk: Buffer; encoding: BufferEncoding }[], done: () => void): void {
		this.calls.push(chunks.map(({ chunk }) => String(chunk)));
		super._writev?.(chunks, done);
	}
}

async function connected(): Promise<WatchedSocket> {
	const socket = new WatchedSocket();
	socket.connect(path);
	await once(socket, 'connect');
	// A turn of the event loop of its own, as an answer of the server is.
	await new Promise((resolve) => setImmediate(resolve));
	return socket;
}

const written = (socket: WatchedSocket, text: string) =>
	new Promise<void>((resolve) => socket.write(text, 'utf8', () => resolve()));

test('what is written in one go, also behind promises, leaves by one call, whole and in order', async () => {
	const socket = await connected();
	socket.write('begin ');
	await Promise.resolve();
	// As the driver does for one statement.
	socket.cork();
	socket.write(Buffer.from('one '));
	socket.write('two ');
	socket.uncork();
	await written(socket, 'three ');
	await written(socket, 'commit');
	socket.end();
	await once(socket, 'close');
	expect(socket.calls).toEqual([['begin ', 'one ', 'two ', 'three '], ['commit']]);
	expect(heard.join('')).toBe('begin one two three commit');
});

test('what a tick writes leaves with what the promises behind it write', async () => {
	const socket = await connected();
	await new Promise<void>((resolve) => {
		process.nextTick(() => {
			socket.write('commit ');
			void Promise.resolve()
				.then(() => undefined)
				.then(() => socket.write('begin', () => resolve()));
		});
	});
	socket.end();
	await once(socket, 'close');
	expect(socket.calls).toEqual([['commit ', 'begin']]);
});
