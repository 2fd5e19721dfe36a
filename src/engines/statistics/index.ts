/**
 * Statistics that are honest about small and unequal groups. Pure; seeds are passed in. Each test and
 * interval has a calibration test: its rate of error under the null, over groups of unequal size and
 * spread, is the one it states.
 */
export { type Forecast, areaUnderCurve } from './ranking.ts';
export {
	type ReliabilityBin,
	brierScore,
	calibrationError,
	logLoss,
	reliability
} from './calibration.ts';
export { mean, quantile, sum, variance } from './moments.ts';
export {
	betaQuantile,
	incompleteBeta,
	logGamma,
	studentCumulative,
	studentQuantile
} from './distributions.ts';
export {
	type Interval,
	clusterBootstrap,
	differenceInterval,
	meanInterval,
	shareInterval,
	wilsonInterval
} from './intervals.ts';
export { type PermutationOptions, pairedPermutationTest, permutationTest } from './permutation.ts';
