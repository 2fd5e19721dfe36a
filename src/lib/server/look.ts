import type { Scope } from './platform/access/index.ts';
import { invariant } from './platform/invariant.ts';
import { ok } from './platform/result.ts';

/** A page that leaves a trace when it is opened (what was seen, who opened it): one transaction, as the signed-in person. */
export async function look<T>(locals: App.Locals, work: (scope: Scope) => Promise<T>): Promise<T> {
	const looked = await locals.change<T, never>(async (scope) => ok(await work(scope)));
	invariant(looked.ok, 'looking has no expected failure');
	return looked.value;
}
