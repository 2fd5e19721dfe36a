/** Security headers of every response (TS9); the content policy with its nonces comes from SvelteKit's own setting. */
export function setSecurityHeaders(
	headers: Headers,
	{ isPersonal, isTls }: { isPersonal: boolean; isTls: boolean }
): void {
	headers.set('x-content-type-options', 'nosniff');
	headers.set('x-frame-options', 'DENY');
	headers.set('referrer-policy', 'same-origin');
	headers.set('cross-origin-opener-policy', 'same-origin');
	headers.set('cross-origin-resource-policy', 'same-origin');
	headers.set(
		'permissions-policy',
		'geolocation=(), camera=(self), microphone=(self), payment=(), usb=(), browsing-topics=()'
	);
	if (isTls) headers.set('strict-transport-security', 'max-age=31536000');
	if (isPersonal) headers.set('cache-control', 'no-store');
	if (!headers.has('content-security-policy')) {
		// Not a page (data, files, redirects): nothing in it may run or be framed.
		headers.set(
			'content-security-policy',
			"default-src 'none'; frame-ancestors 'none'; base-uri 'none'"
		);
	}
}
