import { look } from './look.ts';
import type { SubjectId } from './modules/conversations/index.ts';
import { recordAccess } from './modules/people/index.ts';
import { getWork, type ArtefactId } from './modules/portfolio/index.ts';
import { idInAddress } from './platform/http/id-in-address.ts';
import { toId, type PersonId } from './platform/ids.ts';
import { getThread } from './talk.ts';

interface WhichWork {
	readonly params: { readonly learnerId: string; readonly artefactId: string };
	readonly locals: App.Locals;
	/** In whose words the outcomes are told; none where they are not shown. */
	readonly wording?: Parameters<typeof getWork>[3];
	/** Whether this adult may open it by this page: what is said counts as seen, and a trace is left. */
	readonly isOpen: (learnerId: PersonId) => boolean;
}

/** One work as an adult opens it, with what was said about it; nothing of it where the audience leaves them out. */
export async function openWorkOf({ params, locals, wording, isOpen }: WhichWork) {
	const { personId } = locals.actor();
	const now = locals.app.clock.now();
	const timeZone = locals.signedIn?.timeZone ?? 'UTC';
	// A malformed address costs the same statements as a work that is not there.
	const learnerId = idInAddress<PersonId>(params.learnerId, now);
	const artefactId = idInAddress<ArtefactId>(params.artefactId, now);
	const mayOpen = isOpen(learnerId);
	const { work, thread } = await look(locals, async (scope) => {
		const work = await getWork(scope, learnerId, artefactId, wording);
		const subject = { kind: 'artefact', id: toId<SubjectId>(artefactId) } as const;
		const thread = await getThread(scope, subject, { marksSeen: mayOpen, limit: 10 });
		if (work && mayOpen) await recordAccess(scope, personId, learnerId, 'work', timeZone);
		return { work, thread };
	});
	return mayOpen && work && thread ? { learnerId, artefactId, work, thread } : null;
}
