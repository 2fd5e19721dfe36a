import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { isIP } from 'node:net';
import { CommandProblem } from './problem.ts';
import { FACT_HEADERS, stateFacts } from './request-facts.ts';
import type { Settings } from './settings.ts';

/** The pages, being served. */
export type ServedPages = {
	/** The address to open in a browser. */
	readonly address: string;
	/** Lets requests in progress end, then closes every connection. */
	close(): Promise<void>;
};

type Handler = (request: IncomingMessage, response: object, next: () => void) => void;

const BUILD = new URL('../../build/handler.js', import.meta.url);
const GRACE_MS = 3_000;
const ALWAYS = [
	['x-content-type-options', 'nosniff'],
	['x-frame-options', 'DENY'],
	['referrer-policy', 'same-origin'],
	['cross-origin-resource-policy', 'same-origin']
] as const;

/** Serves the built pages on the address of the settings. */
export async function servePages(settings: Settings): Promise<ServedPages> {
	const servers: Server[] = [];
	try {
		// Listening comes first: a port in use is told before anything else is loaded.
		let answer: RequestListener = (_request, response) => response.writeHead(503).end();
		const listener: RequestListener = (request, response) => answer(request, response);
		for (const host of hosts(settings)) servers.push(...(await listen(listener, host, settings)));
		answer = await loadPages(settings);
	} catch (cause) {
		await closeAll(servers);
		throw cause;
	}
	return { address: addressOf(settings, servers), close: () => closeAll(servers) };
}

async function loadPages(settings: Settings): Promise<RequestListener> {
	if (!existsSync(BUILD)) {
		throw new CommandProblem('The pages are not built yet. Use npm start, which builds them.');
	}
	Object.assign(process.env, FACT_HEADERS);
	process.env['BODY_SIZE_LIMIT'] ??= '64M';
	// SAFETY: the node adapter's build exports its request handler under this name.
	const { handler } = (await import(BUILD.href)) as { handler: Handler };
	return (request, response) => {
		stateFacts(request, settings.origin);
		// Also on built files and refusals, which never reach the pages' own headers.
		for (const [name, value] of ALWAYS) response.setHeader(name, value);
		handler(request, response, () => response.writeHead(404).end());
	};
}

/** Without a wish, this machine alone: both of its loopback addresses, which is what localhost means. */
function hosts({ host }: Settings): readonly string[] {
	return host === undefined ? ['127.0.0.1', '::1'] : [host];
}

async function listen(
	listener: RequestListener,
	host: string,
	{ port }: Settings
): Promise<readonly Server[]> {
	const server = createServer(listener);
	try {
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(port, host, resolve);
		});
		return [server];
	} catch (cause) {
		// A machine without IPv6 has no ::1; 127.0.0.1 then is all of localhost.
		if (host === '::1' && codeOf(cause) !== 'EADDRINUSE') return [];
		throw new CommandProblem(refusalToListen(codeOf(cause), host, port));
	}
}

function refusalToListen(code: string, host: string, port: number): string {
	const reasons: Readonly<Record<string, string>> = {
		EADDRINUSE: `Port ${port} is in use, perhaps by a Locus that runs already. Stop that program, or choose another port: PORT=${port + 1} npm start`,
		EACCES: `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`,
		EADDRNOTAVAIL: `LOCUS_HOST=${host} is not an address of this machine. Use 0.0.0.0 for all of its addresses.`
	};
	return reasons[code] ?? `The pages cannot be served on ${host}, port ${port} (${code}).`;
}

function codeOf(cause: unknown): string {
	return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
}

function addressOf({ origin, host, port }: Settings, servers: readonly Server[]): string {
	if (origin !== undefined) return origin;
	const bound = servers[0]?.address();
	const actual = typeof bound === 'object' && bound !== null ? bound.port : port;
	const name = host === undefined || /^(0\.0\.0\.0|::)$/.test(host) ? 'localhost' : host;
	return `http://${isIP(name) === 6 ? `[${name}]` : name}:${actual}`;
}

async function closeAll(servers: readonly Server[]): Promise<void> {
	await Promise.all(
		servers.map((server) => {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			server.closeIdleConnections();
			setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
			return closed;
		})
	);
}
