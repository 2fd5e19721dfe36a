/**
 * The kernel every engine shares: branded numbers and a seeded generator.
 * Pure: no clock, no global randomness, no I/O, no import from outside `src/engines`.
 */
export {
	type Brand,
	type Probability,
	type Logit,
	probability,
	logit,
	toLogit,
	toProbability
} from './number.ts';
export { type Random, createRandom } from './random.ts';
export { type Result, ok, fail } from './result.ts';
