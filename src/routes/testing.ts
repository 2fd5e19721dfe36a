import { addLearners, adultActor, learnerActor } from '#lib/server/modules/evidence/testing.ts';
import type { PersonActor } from '#lib/server/platform/access/index.ts';
import type { TestApp } from '#lib/server/platform/db/testing.ts';
import type { PersonId } from '#lib/server/platform/ids.ts';

/** A learner and the teacher who teaches them. */
export interface PageCast {
	readonly learnerId: PersonId;
	readonly learner: PersonActor;
	readonly teacher: PersonActor;
}

/** Adds a learner and their teacher to the community. */
export async function pageCast(app: TestApp, name: string): Promise<PageCast> {
	const [learnerId, teacherId] = await app.changeAll(app.communityId, 'a test', (scope) =>
		addLearners(scope, [name, `Teacher of ${name}`])
	);
	if (!learnerId || !teacherId) throw new Error('two people were added');
	const teacher = { ...adultActor(app.communityId, 'teaches', learnerId), personId: teacherId };
	return { learnerId, learner: learnerActor(app.communityId, learnerId), teacher };
}

export interface PageRequest {
	readonly params?: Readonly<Record<string, string>> | undefined;
	/** What comes after the path, with its question mark. */
	readonly search?: string;
	/** Fields of a form that is sent. */
	readonly body?: FormData;
}

/** An event as SvelteKit hands it to a page, as far as pages use it. */
const eventOf = (
	app: TestApp,
	actor: PersonActor,
	{ params = {}, search = '', body }: PageRequest = {}
) => ({
	params,
	url: new URL(`http://localhost/page${search}`),
	request: new Request('http://localhost/page', body ? { method: 'POST', body } : {}),
	locals: {
		app,
		locale: 'en',
		signedIn: null,
		actor: () => actor,
		read: (work: Parameters<TestApp['read']>[1]) => app.read(actor, work),
		change: (work: Parameters<TestApp['change']>[1]) => app.change(actor, work)
	}
});

/** A `load` or an action of a page. */
export type Page = (event: never) => unknown;

/** Opens a page, or sends its form, as this person. */
export const openPage = async (
	app: TestApp,
	page: Page,
	actor: PersonActor,
	request?: PageRequest
	// SAFETY: pages use nothing of an event but what `eventOf` gives.
): Promise<unknown> => page(eventOf(app, actor, request) as never);
