import { learnersFor, mayFor, personOf, type Scope } from '../../platform/access/index.ts';
import { listDecisionsAbout } from '../../platform/audit/index.ts';
import { schoolDay } from '../../platform/clock/index.ts';
import type { PersonId, Uuid } from '../../platform/ids.ts';
import {
	foldChanges,
	groupOpened,
	historyActions,
	type Change,
	type Opened
} from './history-view.ts';
import { seeHistory } from './people.policy.ts';
import { findLearner, listNames } from './people.store.ts';
import { listAccess } from './profile.store.ts';

/** A page of what happened around a learner. */
export interface HistoryPage {
	readonly learner: { readonly personId: PersonId; readonly called: string };
	readonly opened: readonly Opened[];
	readonly changes: readonly (Change & {
		readonly called: string | null;
		readonly isMine: boolean;
	})[];
	/** The decision to go on from, or null at the end. */
	readonly older: Uuid | null;
}

const decisionsPerPage = 40;

/** Who opened a learner's things and what was changed, for the learner and their family; null for anybody else. */
export async function getHistory(
	scope: Scope,
	learnerId: PersonId,
	{ timeZone, before }: { readonly timeZone: string; readonly before?: Uuid | undefined }
): Promise<HistoryPage | null> {
	const { personId } = personOf(scope);
	const maySee = mayFor(scope.actor, seeHistory, learnerId);
	const actions = historyActions(personId === learnerId);
	// Everything is asked for either way, so that missing and forbidden take the same statements (TS3).
	const learner = await findLearner(scope, learnersFor(scope.actor, seeHistory), learnerId);
	const opened = await listAccess(scope, learnerId, 200);
	const decisions = await listDecisionsAbout(scope, learnerId, {
		actions,
		limit: decisionsPerPage,
		...(before && { before })
	});
	const changes = foldChanges(decisions, actions, (at) => schoolDay(at, timeZone));
	const names = await listNames(
		scope,
		changes.flatMap(({ actorId }) => actorId ?? [])
	);
	if (!learner || !maySee) return null;
	return {
		learner: { personId: learner.personId, called: learner.called },
		opened: groupOpened(opened),
		changes: changes.map((change) => ({
			...change,
			called: change.actorId === null ? null : (names.get(change.actorId) ?? null),
			isMine: change.actorId === personId
		})),
		older: decisions.length === decisionsPerPage ? (decisions.at(-1)?.decisionId ?? null) : null
	};
}
