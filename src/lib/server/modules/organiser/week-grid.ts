import type { OfferKind } from '#engines/organiser/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import { minuteOf, type WeekDay, type WeekSlot } from './week-slots.ts';

/** A session as a grid shows it, whether it is published or only planned. */
export interface GridSession {
	readonly key: string;
	/** Where a click leads; null while nothing is published. */
	readonly href: string | null;
	readonly title: string;
	readonly kind: OfferKind;
	readonly room: string | null;
	readonly adult: string | null;
	readonly seats: number;
	readonly maximum: number;
}

/** One row: a period of the day, the same time on each day that has it. */
export interface GridRow {
	/** `09:05`. */
	readonly time: string;
	readonly name: string;
	/** One a day, in order; null where the day has no such period. */
	readonly cells: readonly (readonly GridSession[] | null)[];
}

export interface WeekGrid {
	readonly days: readonly WeekDay[];
	readonly rows: readonly GridRow[];
}

/** Lays sessions out by day and learning period; days with other times get rows of their own. */
export function toWeekGrid(
	days: readonly WeekDay[],
	slots: readonly WeekSlot[],
	sessions: ReadonlyMap<string, readonly GridSession[]>
): WeekGrid {
	const rows = new Map<string, Map<SchoolDay, WeekSlot>>();
	for (const slot of slots) {
		const key = JSON.stringify([slot.period.startsAt, slot.period.name]);
		const row = rows.get(key) ?? new Map<SchoolDay, WeekSlot>();
		rows.set(key, row.set(slot.day, slot));
	}
	const firstOf = (row: ReadonlyMap<SchoolDay, WeekSlot>) => [...row.values()][0]?.period;
	const startOf = (row: ReadonlyMap<SchoolDay, WeekSlot>) => minuteOf(firstOf(row)?.startsAt ?? '');
	return {
		days,
		rows: [...rows.values()]
			.sort((a, b) => startOf(a) - startOf(b))
			.map((row) => ({
				time: (firstOf(row)?.startsAt ?? '').slice(0, 5),
				name: firstOf(row)?.name ?? '',
				cells: days.map(({ day }) => {
					const slot = row.get(day);
					return slot ? (sessions.get(slot.id) ?? []) : null;
				})
			}))
	};
}
