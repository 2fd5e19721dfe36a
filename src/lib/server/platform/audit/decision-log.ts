import { sql, type ColumnType } from 'kysely';
import { actorId, roleTowards, type Scope } from '../access/index.ts';
import type { PersonId, Uuid } from '../ids.ts';

/** The kinds of decision of the ladder (glossary: kind of decision). */
export const decisionKinds = [
	'goal',
	'activity',
	'demonstration',
	'time',
	'company',
	'assessment',
	'audience'
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** Who decided, as the locus index counts it: 0, 1/3, 2/3, 1. */
export type Decided = 'adult' | 'offer' | 'together' | 'learner';

export interface Decision {
	/** The command in the school's words, `plans.agree-plan`. */
	readonly action: string;
	/** Whose learning it concerns, or null for what concerns nobody's in particular (an import). */
	readonly learnerId: PersonId | null;
	readonly object: { readonly type: string; readonly id: Uuid };
	/** Set where the decision counts for the ladder and the locus index. */
	readonly ladder?: {
		readonly kind: DecisionKind;
		readonly decided: Decided;
		readonly rung: 0 | 1 | 2 | 3 | 4 | null;
		readonly initiatorId: PersonId | null;
	};
	/** Field to [before, after]; texts of people stay in their own tables, so name the field and a version only. */
	readonly changes?: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
}

export interface DecisionTable {
	community_id: Uuid;
	decision_id: Uuid;
	at: Date;
	actor_id: Uuid | null;
	actor_role: string | null;
	reason: string | null;
	learner_id: Uuid | null;
	action: string;
	object_type: string;
	object_id: Uuid;
	kind: DecisionKind | null;
	decided: Decided | null;
	rung: number | null;
	initiator_id: Uuid | null;
	changes: ColumnType<Record<string, readonly [unknown, unknown]> | null, string | null, never>;
}
export type AuditTables = { decision: DecisionTable };

/** Writes one row of the append-only decision log, in the command's own transaction. */
export async function recordDecision(scope: Scope, decision: Decision): Promise<void> {
	const { ladder } = decision;
	await scope.tx
		.$extendTables<AuditTables>()
		.insertInto('decision')
		.values({
			community_id: scope.communityId,
			decision_id: scope.newId(),
			at: scope.now,
			actor_id: actorId(scope),
			actor_role: roleTowards(scope.actor, decision.learnerId),
			reason: scope.actor.kind === 'system' ? scope.actor.reason : null,
			learner_id: decision.learnerId,
			action: decision.action,
			object_type: decision.object.type,
			object_id: decision.object.id,
			kind: ladder?.kind ?? null,
			decided: ladder?.decided ?? null,
			rung: ladder?.rung ?? null,
			initiator_id: ladder?.initiatorId ?? null,
			changes: decision.changes ? JSON.stringify(decision.changes) : null
		})
		.execute();
}

/** One entry as a page shows it; names are looked up by the page's own query. */
export interface DecisionView {
	readonly decisionId: Uuid;
	readonly at: Date;
	readonly actorId: Uuid | null;
	readonly actorRole: string | null;
	readonly action: string;
	readonly objectType: string;
	readonly objectId: Uuid;
	readonly kind: DecisionKind | null;
	readonly decided: Decided | null;
	readonly rung: number | null;
}

export interface WhichDecisions {
	readonly objectId?: Uuid;
	/** Only these. */
	readonly actions?: readonly string[];
	/** Older than this decision, for the next page. */
	readonly before?: Uuid;
	readonly limit?: number;
}

/** The newest decisions about a learner, or about one object of theirs; the caller has checked that they may be seen. */
export async function listDecisionsAbout(
	scope: Scope,
	learnerId: PersonId,
	{ objectId, actions, before, limit = 50 }: WhichDecisions = {}
): Promise<readonly DecisionView[]> {
	let query = scope.tx
		.$extendTables<AuditTables>()
		.selectFrom('decision')
		.select([
			'decision_id as decisionId',
			'at',
			'actor_id as actorId',
			'actor_role as actorRole',
			'action',
			'object_type as objectType',
			'object_id as objectId',
			'kind',
			'decided',
			'rung'
		])
		.where('community_id', '=', scope.communityId)
		.where('learner_id', '=', learnerId)
		.orderBy('decision_id', 'desc')
		.limit(limit);
	if (objectId) query = query.where('object_id', '=', objectId);
	if (actions) query = query.where('action', '=', sql<string>`any(${actions}::text[])`);
	if (before) query = query.where('decision_id', '<', before);
	return query.execute();
}
