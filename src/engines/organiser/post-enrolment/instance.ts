import { packRows, type Rows } from '../instance.ts';

/** The competition's week: five days of nine slots. */
export const SLOTS = 45;
export const PER_DAY = 9;
export const DAYS = 5;

/**
 * Post-enrolment course timetabling (ITC-2007 track 2): every event needs a slot and a room; the
 * students of an event are given. At most 31 rooms, so that a set of rooms is one integer.
 */
export interface Enrolment {
	readonly events: number;
	readonly rooms: number;
	readonly students: number;
	/** Students of each event, and events of each student. */
	readonly studentsOf: Rows;
	/** Bit r is set where room r is large enough and has the features. */
	readonly roomMask: Int32Array;
	/** events x SLOTS, 1 where allowed. */
	readonly allowed: Uint8Array;
	/** Events that share a student (or can only use one and the same room). */
	readonly conflicts: Rows;
	/** events x events, 1 where in conflict. */
	readonly conflictMatrix: Uint8Array;
	/** Events that must come strictly before, and strictly after. */
	readonly before: Rows;
	readonly after: Rows;
}

/** Plain tables as the competition gives them; see `parseEnrolment`. */
export interface EnrolmentTables {
	readonly capacities: readonly number[];
	/** students x events. */
	readonly attends: Uint8Array;
	/** rooms x features and events x features. */
	readonly roomFeatures: Uint8Array;
	readonly eventFeatures: Uint8Array;
	readonly allowed: Uint8Array;
	/** events x events: 1 = row before column, -1 = after. */
	readonly precedence: Int8Array;
	readonly events: number;
	readonly features: number;
	readonly students: number;
}

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** Builds the look-ups the search needs. */
export function buildEnrolment(tables: EnrolmentTables): Enrolment {
	const { events, students, attends, precedence } = tables;
	const all = range(events);
	const studentsOf = packRows(
		all.map((e) => range(students).filter((s) => attends[s * events + e] === 1))
	);
	const roomMask = Int32Array.from(all, (e) => suitableRooms(tables, studentsOf, e));
	const conflictMatrix = conflictsBetween(tables, studentsOf, roomMask);
	const related = (sign: number) =>
		packRows(
			all.map((e) =>
				all.filter(
					(f) => precedence[e * events + f] === -sign || precedence[f * events + e] === sign
				)
			)
		);
	return {
		events,
		rooms: tables.capacities.length,
		students,
		studentsOf,
		roomMask,
		allowed: tables.allowed,
		conflicts: packRows(all.map((e) => all.filter((f) => conflictMatrix[e * events + f] === 1))),
		conflictMatrix,
		before: related(1),
		after: related(-1)
	};
}

function suitableRooms(tables: EnrolmentTables, studentsOf: Rows, event: number): number {
	const { features, capacities, roomFeatures, eventFeatures } = tables;
	const size = (studentsOf.start[event + 1] ?? 0) - (studentsOf.start[event] ?? 0);
	let mask = 0;
	for (const [room, seats] of capacities.entries()) {
		const fits = range(features).every(
			(f) => eventFeatures[event * features + f] !== 1 || roomFeatures[room * features + f] === 1
		);
		if (fits && seats >= size) mask |= 1 << room;
	}
	return mask;
}

function conflictsBetween(
	tables: EnrolmentTables,
	studentsOf: Rows,
	roomMask: Int32Array
): Uint8Array {
	const { events, attends } = tables;
	const matrix = new Uint8Array(events * events);
	for (let e = 0; e < events; e++) {
		const mine = studentsOf.items.subarray(studentsOf.start[e] ?? 0, studentsOf.start[e + 1] ?? 0);
		const only = roomMask[e] ?? 0;
		for (let f = 0; f < events; f++) {
			const sameOnlyRoom = only === roomMask[f] && (only & (only - 1)) === 0;
			const shared = mine.some((s) => attends[s * events + f] === 1);
			if (f !== e && (shared || sameOnlyRoom)) matrix[e * events + f] = 1;
		}
	}
	return matrix;
}
