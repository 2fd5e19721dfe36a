/**
 * The organiser: from needs, wishes, calls, musts and limits to sessions, fluid groups and one
 * personal timetable per learner. See README.md for the words and how the app calls it.
 */
export type * from './problem.ts';
export { checkProblem, type ProblemFault } from './check-problem.ts';
export { validate, type Violation, type ViolationCode } from './validate.ts';
export { CRITERIA, LEVELS, type CriterionName, type LevelName } from './criteria.ts';
export { score, compareLevels, levelOf, type Score } from './score.ts';
export { solve, type Budget, type Progress, type SolveOptions, type SolveResult } from './solve.ts';
export type { CurvePoint, Snapshot } from './snapshot.ts';
export { weekOf, type WeekCell } from './week-of.ts';
export { explainWishes, type UnmetWish, type WishCause } from './explain.ts';
export { priceOfWish, type WishPrice } from './counterfactual.ts';
export { findRelaxations, type Relaxation } from './relax.ts';
export { findCauses, type Cause, type CauseCode } from './causes.ts';
export { repair, type RepairOptions, type RepairResult } from './repair.ts';
export { planChanges, type PlanChanges } from './plan-changes.ts';
export { fairnessOf, gini, type Fairness } from './fairness.ts';
export { CREDIT_CAP, nextCredit, owedMinutes } from './ledger.ts';
export type { LinearSolution, LinearSolver } from './linear.ts';
export { boundSeats, polishSeats, type SeatBound } from './polish.ts';
export { seatCost } from './seat-model.ts';
export { SEARCH_SCALE } from './state.ts';
