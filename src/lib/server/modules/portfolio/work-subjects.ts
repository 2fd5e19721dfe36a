import { sql } from 'kysely';
import {
	relationshipKinds,
	type RelationshipKind,
	type Scope
} from '../../platform/access/index.ts';
import type { PersonId, Uuid } from '../../platform/ids.ts';
import type { Audience } from '../people/index.ts';
import { opensToKind, visibleWork } from './portfolio.policy.ts';

/** A work as something to talk about. */
export interface WorkSubject {
	readonly learnerId: PersonId;
	readonly title: string;
	/** Whose relationship its audience reaches. */
	readonly openTo: readonly RelationshipKind[];
	readonly alsoOpenTo: readonly PersonId[];
}

/** The works among these ids that the acting person may see and talk about. One statement. */
export async function workSubjects(
	scope: Scope,
	ids: readonly Uuid[]
): Promise<ReadonlyMap<Uuid, WorkSubject>> {
	const isPerson = scope.actor.kind === 'person';
	const { rows } = await sql<{
		readonly id: Uuid;
		readonly learnerId: PersonId;
		readonly title: string;
		readonly audience: Audience;
	}>`
select a.artefact_id as id, a.learner_id as "learnerId", a.title, a.audience
from artefact a
where a.community_id = ${scope.communityId} and a.artefact_id = any(${[...ids]}::uuid[])
	and a.removed_at is null and ${isPerson} and ${visibleWork(scope.actor)}`.execute(scope.tx);
	return new Map(
		rows.map(({ id, learnerId, title, audience }) => [
			id,
			{
				learnerId,
				title,
				openTo: relationshipKinds.filter((kind) => opensToKind(audience, kind)),
				alsoOpenTo: []
			}
		])
	);
}
