export * from './actor.ts';
export type { Transactions } from './transactions.ts';
export { createScope, personOf, actorId, type Scope, type ScopeSources } from './scope.ts';
export {
	self,
	system,
	related,
	inContact,
	holding,
	learnersFor,
	namedLearners,
	mayFor,
	may,
	type Rule,
	type Sentence,
	type VisibleLearners
} from './policy.ts';
