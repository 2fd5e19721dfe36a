import type { PeriodKind } from './school.store.ts';

/** One line of the grid of a weekday; times as `HH:MM` or `HH:MM:SS`. */
export interface PeriodTimes {
	readonly startsAt: string;
	readonly endsAt: string;
}

const minutes = (time: string): number => {
	const [hour = 0, minute = 0] = time.split(':').map(Number);
	return hour * 60 + minute;
};

/** Where a period stands among those of its weekday: its first minute of the day. */
export const positionOf = ({ startsAt }: Pick<PeriodTimes, 'startsAt'>): number =>
	minutes(startsAt);

/** How long it is, in minutes. */
export const lengthOf = ({ startsAt, endsAt }: PeriodTimes): number =>
	minutes(endsAt) - minutes(startsAt);

/** Whether two stretches of one day share a minute. */
export const overlap = (one: PeriodTimes, other: PeriodTimes): boolean =>
	minutes(one.startsAt) < minutes(other.endsAt) && minutes(other.startsAt) < minutes(one.endsAt);

interface StartingPeriod extends PeriodTimes {
	readonly kind: PeriodKind;
	/** Which word of the page's language names it. */
	readonly word: 'block' | 'break' | 'lunch';
}

/** A day to begin with: four blocks, a break and lunch. */
export const startingDay: readonly StartingPeriod[] = [
	{ startsAt: '09:00', endsAt: '10:10', kind: 'learning', word: 'block' },
	{ startsAt: '10:10', endsAt: '10:30', kind: 'break', word: 'break' },
	{ startsAt: '10:30', endsAt: '11:40', kind: 'learning', word: 'block' },
	{ startsAt: '11:40', endsAt: '12:40', kind: 'learning', word: 'block' },
	{ startsAt: '12:40', endsAt: '13:30', kind: 'break', word: 'lunch' },
	{ startsAt: '13:30', endsAt: '14:40', kind: 'learning', word: 'block' }
];
