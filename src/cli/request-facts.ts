import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Headers that only this server sets, under the names by which the node adapter asks for them. */
export const FACT_HEADERS = {
	PROTOCOL_HEADER: 'x-locus-protocol',
	HOST_HEADER: 'x-locus-host',
	ADDRESS_HEADER: 'x-locus-address'
} as const;

/** The parts of a request that tell how it came. */
export type ArrivedRequest = Pick<IncomingMessage, 'headers'> & {
	readonly socket: { readonly remoteAddress?: string | undefined };
};

/**
 * Says by headers how a request came, over whatever its sender claimed in them. `origin` is the
 * address people type where a proxy stands before Locus.
 */
export function stateFacts(request: ArrivedRequest, origin: string | undefined): void {
	const typed = origin === undefined ? undefined : new URL(origin);
	request.headers[FACT_HEADERS.PROTOCOL_HEADER] = typed?.protocol.slice(0, -1) ?? 'http';
	request.headers[FACT_HEADERS.HOST_HEADER] = typed?.host ?? request.headers.host;
	request.headers[FACT_HEADERS.ADDRESS_HEADER] = clientAddress(request);
}

/**
 * The address of the device that asks. Only a proxy on this very machine is believed about whom it
 * speaks for, and only its own entry, the last: the ones before it come from the sender.
 */
function clientAddress({ socket, headers }: ArrivedRequest): string {
	const peer = socket.remoteAddress ?? 'unknown';
	const forwarded = headers['x-forwarded-for'];
	if (forwarded === undefined || !isLoopback(peer)) return peer;
	const last = String(forwarded).split(',').at(-1)?.trim() ?? '';
	return isIP(last) === 0 ? 'unknown' : last;
}

function isLoopback(address: string): boolean {
	return address === '::1' || /^(::ffff:)?127\./.test(address);
}
