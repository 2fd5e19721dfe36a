export {
	recordDecision,
	listDecisionsAbout,
	type Decision,
	type DecisionView,
	type DecisionKind,
	type Decided,
	decisionKinds
} from './decision-log.ts';
