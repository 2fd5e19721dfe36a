import { createHmac, timingSafeEqual } from 'node:crypto';
import { cookiePrefix } from './better-auth.ts';

/** How the account library writes its session cookie; read here by ourselves, as every request does it. */
export interface SessionCookie {
	readonly secret: string;
	/** Whether the installation is served by https, where the name has a prefix that browsers keep from other pages. */
	readonly isSecure: boolean;
}

const cookieName = `${cookiePrefix}.session_token`;

function cookieIn(header: string, name: string): string | null {
	for (const pair of header.split(';')) {
		const at = pair.indexOf('=');
		if (at !== -1 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
	}
	return null;
}

function decoded(value: string): string | null {
	try {
		return decodeURIComponent(value);
	} catch {
		return null;
	}
}

/** The token that the request's session cookie carries, or null where its signature is not ours. */
export function sessionTokenIn(
	headers: Headers,
	{ secret, isSecure }: SessionCookie
): string | null {
	const sent = cookieIn(
		headers.get('cookie') ?? '',
		isSecure ? `__Secure-${cookieName}` : cookieName
	);
	const value = sent === null ? null : decoded(sent);
	const end = value?.lastIndexOf('.') ?? -1;
	if (value === null || end < 1) return null;
	const token = value.slice(0, end);
	const claimed = Buffer.from(value.slice(end + 1), 'base64');
	const signature = createHmac('sha256', secret).update(token).digest();
	return claimed.length === signature.length && timingSafeEqual(claimed, signature) ? token : null;
}
