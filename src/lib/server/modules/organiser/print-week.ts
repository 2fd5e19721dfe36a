import type { SchoolDay } from '../../platform/clock/index.ts';
import type { SessionId } from './organiser.tables.ts';
import type { PrintLearner } from './print.store.ts';
import { slotId, type WeekSlot } from './week-slots.ts';
import type { SessionRow } from './week-view.store.ts';

export const printKinds = ['group', 'learner', 'adult', 'room'] as const;
export type PrintKind = (typeof printKinds)[number];

/** What stands in one square: a title, and what one needs to know to be there. */
export interface PrintEntry {
	readonly period: string;
	/** Null in supervised study. */
	readonly title: string | null;
	readonly detail: string;
}

/** One sheet or part of one: a table of rows by days. */
export interface PrintSheet {
	readonly key: string;
	readonly name: string;
	readonly rows: readonly {
		readonly key: string;
		readonly name: string;
		/** One list for each day, in order of time. */
		readonly days: readonly (readonly PrintEntry[])[];
	}[];
}

export interface PrintWeek {
	readonly days: readonly SchoolDay[];
	readonly slots: readonly WeekSlot[];
	readonly sessions: readonly SessionRow[];
	readonly learners: readonly PrintLearner[];
}

const joined = (...parts: readonly (string | null)[]): string =>
	parts.filter((part) => part !== null && part !== '').join(' · ');

/** Sessions by the slot they stand in. */
const bySlot = (sessions: readonly SessionRow[]) =>
	Map.groupBy(sessions, ({ day, periodId }) => slotId(day, periodId));

/** Rows of periods: the n-th learning period of each day stands in one row, named after the first day that has it. */
function periodRows(week: PrintWeek, entriesAt: (slot: WeekSlot) => readonly PrintEntry[]) {
	const ofDay = week.days.map((day) => week.slots.filter((slot) => slot.day === day));
	const longest = Math.max(0, ...ofDay.map((slots) => slots.length));
	return Array.from({ length: longest }, (_, n) => {
		const slots = ofDay.map((day) => day[n]);
		const named = slots.find((slot) => slot !== undefined);
		return {
			key: String(n),
			name: named?.period.name ?? '',
			days: slots.map((slot) => (slot ? entriesAt(slot) : []))
		};
	});
}

const toEntry = (session: SessionRow, period: string, detail: string): PrintEntry => ({
	period,
	title: session.title,
	detail
});

const study = (period: string): PrintEntry => ({ period, title: null, detail: '' });

/** What a learner does in a slot: a session with place and adult, else supervised study. */
function ofLearner(learner: PrintLearner, slots: ReadonlyMap<string, readonly SessionRow[]>) {
	const own = new Set<SessionId>(learner.sessionIds);
	return (slot: WeekSlot): PrintEntry => {
		const session = slots.get(slot.id)?.find(({ sessionId }) => own.has(sessionId));
		return session
			? toEntry(session, slot.period.name, joined(session.room, session.adult))
			: study(slot.period.name);
	};
}

/** One sheet for each home group: its learners by days. */
function groupSheets(week: PrintWeek): readonly PrintSheet[] {
	const slots = bySlot(week.sessions);
	const groups = Map.groupBy(week.learners, ({ groupId }) => groupId ?? '');
	return [...groups].map(([key, learners]) => ({
		key,
		name: learners[0]?.groupName ?? '',
		rows: learners.map((learner) => ({
			key: learner.learnerId,
			name: learner.fullName,
			days: week.days.map((day) =>
				week.slots.filter((slot) => slot.day === day).map(ofLearner(learner, slots))
			)
		}))
	}));
}

function learnerSheets(week: PrintWeek): readonly PrintSheet[] {
	const slots = bySlot(week.sessions);
	return week.learners.map((learner) => {
		const at = ofLearner(learner, slots);
		return {
			key: learner.learnerId,
			name: learner.fullName,
			rows: periodRows(week, (slot) => [at(slot)])
		};
	});
}

/** One sheet for each adult or room that has a session, by name. */
function sheetsBy(
	week: PrintWeek,
	keyOf: (session: SessionRow) => readonly [key: string, name: string] | null,
	detailOf: (session: SessionRow) => string
): readonly PrintSheet[] {
	const names = new Map<string, string>();
	for (const session of week.sessions) {
		const key = keyOf(session);
		if (key) names.set(...key);
	}
	const slots = bySlot(week.sessions);
	return [...names]
		.toSorted(([, a], [, b]) => a.localeCompare(b))
		.map(([key, name]) => ({
			key,
			name,
			rows: periodRows(week, (slot) =>
				(slots.get(slot.id) ?? [])
					.filter((session) => keyOf(session)?.[0] === key)
					.map((session) => toEntry(session, slot.period.name, detailOf(session)))
			)
		}));
}

/** A published week as sheets to hang up or hand out. */
export function printSheets(week: PrintWeek, kind: PrintKind): readonly PrintSheet[] {
	switch (kind) {
		case 'group':
			return groupSheets(week);
		case 'learner':
			return learnerSheets(week);
		case 'adult':
			return sheetsBy(
				week,
				({ adultId, adult }) => (adultId && adult ? [adultId, adult] : null),
				({ room }) => joined(room)
			);
		case 'room':
			return sheetsBy(
				week,
				({ roomId, room }) => (roomId && room ? [roomId, room] : null),
				({ adult }) => joined(adult)
			);
	}
}
