import type { Probability } from '#engines/kernel/index.ts';
import type { Opportunity } from '../opportunity.ts';

/** How long it asks for: up to half an hour, up to two hours, or longer. */
export type Pace = 'quick' | 'steady' | 'long';

/** How hard it will feel, from predicted success: under .60, .60-.725, .725-.85, above. */
export type Stretch = 'far' | 'stretch' | 'comfortable' | 'easy';

/** The six ways in which alternatives may differ. */
export interface Profile {
	readonly context: string;
	readonly mode: Opportunity['mode'];
	readonly place: Opportunity['place'];
	readonly company: Opportunity['company'];
	readonly pace: Pace;
	readonly stretch: Stretch;
}

export const dimensions = ['context', 'mode', 'place', 'company', 'pace', 'stretch'] as const;
export type Dimension = (typeof dimensions)[number];

/** Predicted success in which learning is neither boring nor hopeless; both ends included. */
export const stretchBand = { from: 0.6, to: 0.85 } as const;
const middle = (stretchBand.from + stretchBand.to) / 2;

/** How many dimensions any two alternatives differ in, at least. */
export const requiredDifferences = 2;

export function profileOf(opportunity: Opportunity, success: Probability): Profile {
	const { context, mode, place, company } = opportunity;
	return { context, mode, place, company, pace: paceOf(opportunity), stretch: stretchOf(success) };
}

export function paceOf({ minutes }: Pick<Opportunity, 'minutes'>): Pace {
	if (minutes <= 30) return 'quick';
	return minutes <= 120 ? 'steady' : 'long';
}

export function stretchOf(success: Probability): Stretch {
	if (success < stretchBand.from) return 'far';
	if (success > stretchBand.to) return 'easy';
	return success < middle ? 'stretch' : 'comfortable';
}

/** The dimensions in which two profiles differ. */
export function differences(a: Profile, b: Profile): readonly Dimension[] {
	return dimensions.filter((dimension) => a[dimension] !== b[dimension]);
}
