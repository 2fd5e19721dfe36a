import type { CDPSession, Page } from '@playwright/test';

/** One answer that came over the wire: neither from a cache nor from the document itself. */
export interface Transfer {
	readonly url: string;
	readonly isScript: boolean;
	readonly bytes: number;
}

/** What a page asked for over the wire since the last look. */
export interface Wire {
	take(): readonly Transfer[];
}

/** Listens to the browser's own accounts: sizes as they were sent, headers included. */
export async function listenToWire(page: Page): Promise<Wire> {
	const session: CDPSession = await page.context().newCDPSession(page);
	const cached = new Set<string>();
	const asked = new Map<string, { url: string; isScript: boolean }>();
	let done: Transfer[] = [];
	session.on('Network.requestWillBeSent', ({ requestId, request }) => {
		asked.set(requestId, { url: request.url, isScript: false });
	});
	session.on('Network.responseReceived', ({ requestId, response, type }) => {
		if (cached.has(requestId) || response.fromDiskCache || /^(data|blob):/.test(response.url))
			asked.delete(requestId);
		else asked.set(requestId, { url: response.url, isScript: type === 'Script' });
	});
	session.on('Network.requestServedFromCache', ({ requestId }) => {
		cached.add(requestId);
	});
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const answer = asked.get(requestId);
		if (answer) done.push({ ...answer, bytes: encodedDataLength });
		asked.delete(requestId);
	});
	await session.send('Network.enable');
	return {
		take() {
			const taken = done;
			done = [];
			return taken;
		}
	};
}

/** The built files a page names in its markup; the browser has them after a visit to it. */
export const filesIn = (html: string): ReadonlySet<string> =>
	new Set([...html.matchAll(/_app\/immutable\/[\w./-]+/g)].map(([file]) => file));
