import { mean, sum } from './moments.ts';
import type { Forecast } from './ranking.ts';

const NEVER_SURE = 1e-12;

/** Mean of -log(chance given to what happened), in nats; 0 for no forecasts. */
export function logLoss(forecasts: readonly Forecast[]): number {
	const loss = ({ probability, happened }: Forecast) =>
		-Math.log(Math.max(NEVER_SURE, happened ? probability : 1 - probability));
	return mean(forecasts.map(loss));
}

/** Mean squared distance of forecast and outcome (Brier 1950); 0 for no forecasts. */
export const brierScore = (forecasts: readonly Forecast[]) =>
	mean(forecasts.map(({ probability, happened }) => (probability - (happened ? 1 : 0)) ** 2));

/** One bin of a reliability diagram. */
export interface ReliabilityBin {
	readonly count: number;
	readonly forecast: number;
	readonly happened: number;
}

/** Forecasts in bins of equal width over [0, 1]; means are 0 in an empty bin. */
export function reliability(forecasts: readonly Forecast[], bins = 10): readonly ReliabilityBin[] {
	const binOf = ({ probability }: Forecast) => Math.min(bins - 1, Math.floor(probability * bins));
	const groups = Map.groupBy(forecasts, binOf);
	return Array.from({ length: bins }, (_, bin) => {
		const inside = groups.get(bin) ?? [];
		return {
			count: inside.length,
			forecast: mean(inside.map(({ probability }) => probability)),
			happened: mean(inside.map(({ happened }) => (happened ? 1 : 0)))
		};
	});
}

/** Expected calibration error: mean distance of forecast and frequency over bins, by their counts. */
export function calibrationError(forecasts: readonly Forecast[], bins = 10): number {
	const gaps = reliability(forecasts, bins).map(
		({ count, forecast, happened }) => count * Math.abs(forecast - happened)
	);
	return forecasts.length === 0 ? 0 : sum(gaps) / forecasts.length;
}
