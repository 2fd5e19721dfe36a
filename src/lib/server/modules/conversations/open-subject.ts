import { mayFor, type Scope } from '../../platform/access/index.ts';
import { toId, type PersonId } from '../../platform/ids.ts';
import { homeOf, talkAtHome } from './conversations.policy.ts';
import type { OpenSubject, Subject, SubjectPorts } from './subject.ts';

/** The subject as the acting person may see it and talk about it; null where it is missing or not theirs. */
export async function openSubject(
	scope: Scope,
	ports: SubjectPorts,
	{ kind, id }: Subject
): Promise<OpenSubject | null> {
	if (kind !== 'home') return (await ports[kind](scope, [id])).get(id) ?? null;
	const learnerId = toId<PersonId>(id);
	return mayFor(scope.actor, talkAtHome, learnerId) ? homeOf(learnerId) : null;
}
