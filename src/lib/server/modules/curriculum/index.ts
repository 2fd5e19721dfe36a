/** Door of the module `curriculum`: frameworks, strands, outcomes and their words, items and their tags. */
export {
	associationKinds,
	type AssociationKind,
	type CurriculumTables,
	type FrameworkId,
	type ItemId,
	type StrandId,
	type TagId
} from './curriculum.tables.ts';
export {
	listStrands,
	listOutcomes,
	getGraph,
	type OutcomeGraph,
	type OutcomeView,
	type StrandView,
	type WhichOutcomes,
	type Wording
} from './outcome.store.ts';
export {
	askableOutcomes,
	pickItem,
	findItem,
	type PickItem,
	type StoredItem
} from './item.store.ts';
export { bringCurriculum, markByHeart, matchTopics } from './curriculum.policy.ts';
export type { NewAssociation, NewFramework, NewOutcome, NewStrand } from './framework.ts';
export { adoptFramework, type Adopted } from './commands/adopt-framework.ts';
export { addItems, type ItemsAdded, type NewItems } from './commands/add-items.ts';
export {
	confirmTags,
	confirmTagsInput,
	decideTags,
	rejectTags,
	rejectTagsInput,
	undoTags,
	undoTagsInput,
	type MatchFailure,
	type TagsDecided
} from './commands/decide-tags.ts';
export { markOutcomes, markOutcomesInput } from './commands/mark-by-heart.ts';
export { ensureTags, setTaggedOpportunities, type NewTag, type TagDecision } from './tag.store.ts';
export { exampleOf, tagWords } from './tag-words.ts';
export { findAdopted, type AdoptedFramework } from './framework.store.ts';
export { findBankItems } from './new-item.store.ts';
export { suggestOutcomes } from './suggestion.store.ts';
export { insertEntitlementRules, type NewEntitlementRule } from './entitlement.store.ts';
export { curriculumPrivacy } from './privacy.ts';
export {
	listByHeart,
	listTopicsToMatch,
	type ByHeartView,
	type TopicsView,
	type WhichTopics
} from './queries.ts';
export {
	searchOutcomes as findOutcomes,
	type SuggestedOutcome,
	type TopicSource,
	type WaitingTopic
} from './topic.store.ts';
