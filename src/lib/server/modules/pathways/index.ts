/** Door of the module `pathways`: what a learner could do next, why, and what they answered. */
export type { AlternativeSetId, IdeaId, PathwayTables } from './pathways.tables.ts';
export { declineReasons, type Wish } from './wish.ts';
export { tagsIn } from './tags.ts';
export { composeDrafts, type DraftInWords } from './drafts.ts';
export { bandOf } from './learner-band.ts';
export {
	offerAlternatives,
	type OfferAlternativesInput,
	type PlanFacts
} from './commands/offer-alternatives.ts';
export {
	pickAlternative,
	type PickAlternativeInput,
	type Picked
} from './commands/pick-alternative.ts';
export {
	declineAlternative,
	declineAlternativeInput,
	reconsiderAlternative,
	reconsiderAlternativeInput
} from './commands/decline-alternative.ts';
export {
	proposeOwnIdea,
	proposeOwnIdeaInput,
	type Idea,
	type ProposeOwnIdeaInput
} from './commands/propose-own-idea.ts';
export {
	answerOwnIdea,
	answerOwnIdeaInput,
	type AnswerOwnIdeaInput
} from './commands/answer-own-idea.ts';
export {
	takeBackIdeaAnswer,
	takeBackIdeaAnswerInput,
	type TakeBackIdeaAnswerInput
} from './commands/take-back-idea-answer.ts';
export {
	latestAlternatives,
	listIdeas,
	listIdeasWaiting,
	listTooFew,
	type AlternativeSetView,
	type AlternativeView,
	type IdeaView,
	type TooFewView
} from './queries.ts';
export { refreshLimits } from './refresh-limits.ts';
export { refresherOf, refresherQuery, type Refresher, type RefresherRow } from './refresher.ts';
export { seeAlternatives, answerIdeas } from './pathways.policy.ts';
export { pathwaysPrivacy } from './privacy.ts';
