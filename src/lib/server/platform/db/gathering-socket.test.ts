import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GatheringSocket } from './gathering-socket.ts';

test('what is written in one go, also behind promises, arrives whole and in order', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'locus-socket-'));
	const path = join(folder, 's');
	const heard: string[] = [];
	const server = createServer((peer) => peer.on('data', (bytes) => heard.push(String(bytes))));
	server.listen(path);
	await once(server, 'listening');
	const socket = new GatheringSocket();
	socket.connect(path);
	await once(socket, 'connect');

	socket.write('begin ');
	await Promise.resolve();
	socket.write(Buffer.from('one '));
	const isSent = new Promise<void>((resolve) => socket.write('two ', () => resolve()));
	await isSent;
	const isSaid = new Promise<void>((resolve) => socket.write('commit', 'utf8', () => resolve()));
	await isSaid;
	socket.end();
	await once(socket, 'close');
	expect(heard.join('')).toBe('begin one two commit');
	server.close();
	rmSync(folder, { recursive: true });
});
