/** Door of the module `agency`: the ladder, who decides what now, and what the workflow does at each rung. */
export type { AgencyTables } from './agency.tables.ts';
export {
	ladderRules,
	otherSide,
	rungs,
	shippedRungs,
	takesEffect,
	type LadderRule,
	type Rung,
	type Rungs,
	type Side
} from './ladder.ts';
export {
	defaultRungs,
	ladderOf,
	laddersOf,
	rungsOf,
	type BandOf,
	type LadderView,
	type RungView
} from './queries.ts';
export { seeLadder } from './agency.policy.ts';
export {
	setDefaultRungs,
	setDefaultRungsInput,
	type SetDefaultRungsInput
} from './commands/set-default-rungs.ts';
export { placeRungs, type PlaceRungsInput } from './commands/place-rungs.ts';
export { agencyPrivacy } from './privacy.ts';
