import { sql } from 'kysely';
import { actorId, type Scope } from '../../platform/access/index.ts';
import type { FileId } from '../../platform/files/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import { visibleWork } from './portfolio.policy.ts';
import type { ArtefactId, RequestId } from './portfolio.tables.ts';

/** What a family sees first of one child's work. */
export interface FamilyWorkView {
	/** The newest work they may see. */
	readonly latest: {
		readonly artefactId: ArtefactId;
		readonly title: string;
		/** The first 240 characters. */
		readonly words: string | null;
		readonly madeOn: string;
		readonly picture: {
			readonly fileId: FileId;
			readonly width: number;
			readonly height: number;
			readonly alt: string | null;
		} | null;
	} | null;
	/** Questions about their work that the child put to this person, oldest first; three at most. */
	readonly asked: readonly {
		readonly requestId: RequestId;
		readonly artefactId: ArtefactId;
		readonly title: string;
		readonly wantsToKnow: string;
	}[];
}

/** The newest work of one learner that the actor may see, and what this learner asks them about. One statement. */
export async function findFamilyWork(scope: Scope, learnerId: PersonId): Promise<FamilyWorkView> {
	const c = scope.communityId;
	const { rows } = await sql<FamilyWorkView>`
select (select to_jsonb(w) from (
		select a.artefact_id as "artefactId", a.title, left(r.words, 240) as words, a.made_on as "madeOn",
			(select jsonb_build_object('fileId', f.file_id, 'width', f.width, 'height', f.height, 'alt', r.alt)
				from stored_file f where f.community_id = ${c} and f.file_id = any(r.file_ids) and f.width is not null
				order by array_position(r.file_ids, f.file_id) limit 1) as picture
		from artefact a
		join artefact_revision r on r.community_id = ${c} and r.artefact_id = a.artefact_id and r.revision = a.revision
		where a.community_id = ${c} and a.learner_id = ${learnerId} and a.removed_at is null
			and ${visibleWork(scope.actor)}
		order by a.artefact_id desc limit 1) w) as latest,
	coalesce((select json_agg(to_json(q)) from (
		select q.request_id as "requestId", a.artefact_id as "artefactId", a.title, q.wants_to_know as "wantsToKnow"
		from feedback_request q
		join artefact a on a.community_id = ${c} and a.artefact_id = q.artefact_id
		where q.community_id = ${c} and q.asked_id = ${actorId(scope)} and q.withdrawn_at is null
			and a.learner_id = ${learnerId} and a.removed_at is null and ${visibleWork(scope.actor)}
			and not exists (select 1 from feedback d where d.community_id = ${c} and d.request_id = q.request_id)
		order by q.made_at, q.request_id limit 3) q), '[]') as asked`.execute(scope.tx);
	return rows[0] ?? { latest: null, asked: [] };
}
