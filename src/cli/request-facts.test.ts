import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import { stateFacts } from './request-facts.ts';

function factsOf(remoteAddress: string, headers: IncomingHttpHeaders, origin?: string) {
	const request = { headers: { ...headers }, socket: { remoteAddress } };
	stateFacts(request, origin);
	const { headers: stated } = request;
	return {
		protocol: stated['x-locus-protocol'],
		host: stated['x-locus-host'],
		address: stated['x-locus-address']
	};
}

describe('stateFacts', () => {
	it('takes the facts from the connection', () => {
		expect(factsOf('10.0.0.7', { host: 'school:3000' })).toEqual({
			protocol: 'http',
			host: 'school:3000',
			address: '10.0.0.7'
		});
	});

	it('overwrites what a sender claims in the same headers', () => {
		const claims = {
			host: 'school',
			'x-locus-protocol': 'https',
			'x-locus-host': 'evil',
			'x-locus-address': '127.0.0.1'
		};
		expect(factsOf('10.0.0.7', claims)).toEqual({
			protocol: 'http',
			host: 'school',
			address: '10.0.0.7'
		});
	});

	it('uses the address people type where one is set', () => {
		const facts = factsOf('127.0.0.1', { host: 'localhost:3000' }, 'https://locus.school.nz');
		expect(facts).toMatchObject({ protocol: 'https', host: 'locus.school.nz' });
	});

	it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
		'believes a proxy at %s about the last hop alone',
		(peer) => {
			const headers = { 'x-forwarded-for': '127.0.0.1, 203.0.113.9' };
			expect(factsOf(peer, headers).address).toBe('203.0.113.9');
		}
	);

	it('does not believe a device elsewhere that claims to be this machine', () => {
		expect(factsOf('203.0.113.9', { 'x-forwarded-for': '127.0.0.1' }).address).toBe('203.0.113.9');
	});

	it('takes a forwarded address that is none for no address at all', () => {
		expect(factsOf('127.0.0.1', { 'x-forwarded-for': 'localhost' }).address).toBe('unknown');
	});
});
