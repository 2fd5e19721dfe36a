import { ladderRules, type Rung } from '../agency/index.ts';
import type { Decided } from '../../platform/audit/index.ts';
import type { Audience } from '../people/index.ts';

/**
 * Who sees a work, by the rung for audiences. At the lower rungs the adults have offered some audiences for good: a
 * learner takes one of these at once, and any other waits for an adult's yes. From rung 3 on every choice takes effect.
 */
const offered: Readonly<Record<Rung, readonly Audience[]>> = {
	0: ['teachers-and-family'],
	1: ['teachers', 'teachers-and-family'],
	2: ['me', 'teachers', 'teachers-and-family'],
	3: ['me', 'teachers', 'teachers-and-family', 'everyone-with-me'],
	4: ['me', 'teachers', 'teachers-and-family', 'everyone-with-me']
};

/** The audiences a learner can take at once at this rung. */
export const offeredAudiences = (rung: Rung): readonly Audience[] => offered[rung];

/** From few to many. */
const reach: Readonly<Record<Audience, number>> = {
	me: 0,
	teachers: 1,
	'teachers-and-family': 2,
	'everyone-with-me': 3
};

/** Where a learner's choice leads: what is in force, and what waits for an adult. */
export interface AudienceStanding {
	readonly audience: Audience;
	readonly wished: Audience | null;
	/** Who decided what is in force now, as the locus index counts it. */
	readonly decided: Decided;
}

/**
 * A learner chose who sees it. What has to wait leaves the work as it was; a new one goes meanwhile to the offered
 * audience that comes nearest without reaching further than was wished, or to the first one offered.
 */
export function chooseAudience(
	rung: Rung,
	wish: Audience,
	before: Audience | null
): AudienceStanding {
	const { decided } = ladderRules[rung];
	if (offered[rung].includes(wish)) return { audience: wish, wished: null, decided };
	const within = offered[rung].filter((one) => reach[one] <= reach[wish]).at(-1);
	// Whoever has to agree has to see it: a wish to share opens a work that was only for its maker.
	const now = before === 'me' ? 'teachers' : before;
	const meanwhile = now ?? within ?? offered[rung][0] ?? 'teachers';
	return { audience: meanwhile, wished: meanwhile === wish ? null : wish, decided };
}
