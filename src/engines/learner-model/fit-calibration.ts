import { logistic } from './adagrad.ts';

const STEPS = 20;
const RIDGE = 1;

/**
 * Platt scaling by Newton's method: slope and shift of the log-odds that make answers most likely,
 * with a slight pull to (1, 0) so that a handful of answers cannot bend them.
 */
export function fitCalibration(
	logOdds: Float64Array,
	correct: Uint8Array
): { readonly slope: number; readonly shift: number } {
	let [slope, shift] = [1, 0];
	for (let step = 0; step < STEPS; step++) {
		const { gs, gb, ss, sb, bb } = derivatives(logOdds, correct, slope, shift);
		const determinant = ss * bb - sb * sb;
		if (!(determinant > 0)) break;
		slope += (gs * bb - gb * sb) / determinant;
		shift += (gb * ss - gs * sb) / determinant;
	}
	return Number.isFinite(slope) && slope > 0 && Number.isFinite(shift)
		? { slope, shift }
		: { slope: 1, shift: 0 };
}

/** Gradient and (negative) curvature of the penalised log-likelihood. */
function derivatives(x: Float64Array, correct: Uint8Array, slope: number, shift: number) {
	let [gs, gb] = [RIDGE * (1 - slope), -RIDGE * shift];
	let [ss, sb, bb] = [RIDGE, 0, RIDGE];
	for (let i = 0; i < x.length; i++) {
		const value = x[i] ?? 0;
		const p = logistic(slope * value + shift);
		const error = (correct[i] ?? 0) - p;
		const curve = p * (1 - p);
		gs += error * value;
		gb += error;
		ss += curve * value * value;
		sb += curve * value;
		bb += curve;
	}
	return { gs, gb, ss, sb, bb };
}
