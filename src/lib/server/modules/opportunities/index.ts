/** Door of the module `opportunities`: the bank of what a learner can do to learn. */
export type { OpportunityId, OpportunityTables } from './opportunities.tables.ts';
export {
	listOffered,
	listOpportunitiesFor,
	findOpportunity,
	listOpportunityTitles,
	searchOpportunities,
	type OpportunityForOffer,
	type OpportunityView,
	type WhichOpportunities
} from './opportunity.store.ts';
export type { OpportunityDetails } from './opportunities.tables.ts';
export { bringOpportunities } from './opportunities.policy.ts';
export type { NewOpportunity } from './new-opportunity.store.ts';
export {
	addOpportunities,
	type NewOpportunities,
	type OpportunitiesAdded
} from './commands/add-opportunities.ts';
export { findSourceOpportunities } from './new-opportunity.store.ts';
export { opportunitiesPrivacy } from './privacy.ts';
