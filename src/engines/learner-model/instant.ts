/** Latest instant a state can hold: 2^32 - 2 minutes after 1970, in seconds. */
export const LATEST = (2 ** 32 - 2) * 60;

/** Whether it is an instant the model can work with: seconds from 1970 to `LATEST`; NaN is none. */
export const isInstant = (at: number) => at >= 0 && at <= LATEST;

/** The instant, or undefined where it is none: then no time counts as passed. */
export const instantOrNone = (at: number | undefined) =>
	at !== undefined && isInstant(at) ? at : undefined;
