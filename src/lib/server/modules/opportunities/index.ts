/** Door of the module `opportunities`: the bank of what a learner can do to learn. */
export type { OpportunityId, OpportunityTables } from './opportunities.tables.ts';
export {
	listOpportunitiesFor,
	listOpportunityTitles,
	type OpportunityView,
	type WhichOpportunities
} from './opportunity.store.ts';
