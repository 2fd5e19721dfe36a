/** An address of our own to go on to, or the first page: what a form or a query names is never followed elsewhere. */
export function ownPath(to: unknown): string {
	return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/';
}
