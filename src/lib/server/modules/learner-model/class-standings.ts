import type { SkillState } from '#engines/learner-model/index.ts';
import { learnersFor, type Scope } from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { StrandId } from '../curriculum/index.ts';
import { viewBeliefs, type BeliefMap } from './belief-view.ts';
import { seeBeliefs } from './learner-model.policy.ts';
import { statesOf } from './states.ts';

/** How a class stands, for a page that shows many learners beside few outcomes. */
export interface ClassStandings {
	readonly beliefs: ReadonlyMap<PersonId, BeliefMap>;
	/** The strand on which most is going on in this class; null where nothing is. */
	readonly liveliest: StrandId | null;
}

/** What an adult can act on; what is secure or unheard of is not going on. */
const goingOn: ReadonlySet<SkillState> = new Set(['working-on', 'nearly', 'due-a-refresh']);
export const isGoingOn = (state: SkillState): boolean => goingOn.has(state);

function mostCommon<T>(things: readonly T[]): T | null {
	const counts = new Map<T, number>();
	for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
	const [first] = [...counts].sort(([, a], [, b]) => b - a);
	return first?.[0] ?? null;
}

/** Beliefs about several learners with the strand that matters most to them; those who may not be seen are missing. */
export async function classStandings(
	scope: Scope,
	learnerIds: readonly PersonId[]
): Promise<ClassStandings> {
	const visible = learnersFor(scope.actor, seeBeliefs);
	const open = learnerIds.filter((id) => visible === 'everyone' || visible.has(id));
	const { current, states } = await statesOf(scope, open);
	const beliefs = new Map(
		[...states].map(([id, state]) => [id, viewBeliefs(current.model, state, scope.now)])
	);
	const lively = [...beliefs.values()].flatMap((map) =>
		[...map.values()].filter(({ state }) => isGoingOn(state))
	);
	const strands = lively.flatMap(
		({ outcomeId }) => current.outcomes.get(outcomeId)?.strandId ?? []
	);
	return { beliefs, liveliest: mostCommon(strands) };
}
