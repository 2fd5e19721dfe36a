/** What a learner may ask for when they see it otherwise (domain.md, "Challenge"). */
export const challengeWishes = ['test', 'evidence', 'compromise', 'disagree'] as const;
export type ChallengeWish = (typeof challengeWishes)[number];

/** `open`: waits for an answer; `tested`: a check spoke; `agreed`: the belief was moved; `kept`: both stay, side by side. */
export type ChallengeState = 'open' | 'tested' | 'agreed' | 'kept';

export type ChallengeMove = 'finish-check' | 'agree' | 'keep' | 'take-back';

/** The only moves there are; a pair that is missing here is refused as stale. */
const moves: Readonly<
	Record<ChallengeState, Readonly<Partial<Record<ChallengeMove, ChallengeState>>>>
> = {
	open: { 'finish-check': 'tested', agree: 'agreed', keep: 'kept' },
	tested: {},
	agreed: { 'take-back': 'open' },
	kept: { agree: 'agreed', 'take-back': 'open' }
};

/** Agreeing to disagree needs nobody's answer: both views are shown from that moment. */
export const firstState = (wish: ChallengeWish): ChallengeState =>
	wish === 'disagree' ? 'kept' : 'open';

export const nextState = (state: ChallengeState, move: ChallengeMove): ChallengeState | undefined =>
	moves[state][move];

/** What an agreed challenge says to the model: shown mostly alone, at half the weight, so that new evidence outweighs it. */
export const agreedJudgement = { level: 0.85, weight: 0.5 } as const;
