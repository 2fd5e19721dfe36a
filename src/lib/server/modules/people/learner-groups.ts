import { expressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Scope } from '../../platform/access/index.ts';
import type { GroupId } from '../../platform/ids.ts';
import type { PeopleTables } from './people.tables.ts';

/** A home group or class that a learner is in. */
export interface GroupOfLearner {
	readonly groupId: GroupId;
	readonly name: string;
	readonly kind: string;
}

/** The groups in which a learner is now, home groups first: a column for a statement that reads `person`. */
export const groupsOf = ({ communityId, now }: Scope) =>
	jsonArrayFrom(
		expressionBuilder<PeopleTables, 'person'>()
			.selectFrom('group_member')
			.innerJoin('learner_group', (join) =>
				join
					.onRef('learner_group.group_id', '=', 'group_member.group_id')
					.on('learner_group.community_id', '=', communityId)
			)
			.select(['learner_group.group_id as groupId', 'learner_group.name', 'learner_group.kind'])
			.where('group_member.community_id', '=', communityId)
			.whereRef('group_member.person_id', '=', 'person.person_id')
			.where('group_member.part', '=', 'learner')
			.where('group_member.starts_at', '<=', now)
			.where((or) =>
				or.or([or('group_member.ends_at', 'is', null), or('group_member.ends_at', '>', now)])
			)
			.orderBy('learner_group.kind', 'desc')
			.orderBy('learner_group.name')
	);
