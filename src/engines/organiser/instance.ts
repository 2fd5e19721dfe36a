/** Rows of different length in two flat arrays: row `i` is `items[start[i]] .. items[start[i + 1] - 1]`. */
export interface Rows {
	readonly start: Int32Array;
	readonly items: Int32Array;
}

/** Packs lists into rows. */
export function packRows(lists: readonly (readonly number[])[]): Rows {
	const start = new Int32Array(lists.length + 1);
	for (let i = 0; i < lists.length; i++) start[i + 1] = (start[i] ?? 0) + (lists[i]?.length ?? 0);
	const items = new Int32Array(start[lists.length] ?? 0);
	for (let i = 0; i < lists.length; i++) items.set(lists[i] ?? [], start[i] ?? 0);
	return { start, items };
}

/** No such thing: no room, no adult, no published seat, no guard. */
export const NONE = -1;

/**
 * The weekly problem in numbers. An *option* is a learner with an offer they might get (wished,
 * needed, owed or a must); a *session* is a section that may open. Options of a learner, and
 * sessions of an offer, are contiguous. Matrices are row-major with the slot as column.
 */
export interface Instance {
	readonly slots: number;
	readonly days: number;
	readonly learners: number;
	readonly offers: number;
	readonly rooms: number;
	readonly adults: number;
	readonly sessions: number;
	readonly options: number;

	readonly slotDay: Int32Array;
	/** Position of the slot in its day. */
	readonly slotBit: Int32Array;
	readonly slotMinutes: Int32Array;
	readonly studySeats: Float64Array;

	readonly offerFirst: Int32Array;
	readonly offerMinimum: Int32Array;
	readonly offerMaximum: Int32Array;
	readonly offerCost: Float64Array;
	/** 0 any, 1 similar, 2 mixed. */
	readonly offerGrouping: Uint8Array;
	readonly offerGuard: Int32Array;
	readonly offerUsual: Int32Array;
	readonly offerNeedsAdult: Uint8Array;
	readonly offerNeedsRoom: Uint8Array;
	/** offers x slots: may be held here at all. */
	readonly offerSlot: Uint8Array;
	readonly offerAdults: Rows;
	/** Rooms with the features, smallest first. */
	readonly offerRooms: Rows;
	/** Options of an offer. */
	readonly offerOptions: Rows;

	readonly sessionOffer: Int32Array;
	readonly pinSlot: Int32Array;
	readonly pinRoom: Int32Array;
	readonly pinAdult: Int32Array;

	readonly roomSeats: Int32Array;
	readonly roomArea: Int32Array;
	readonly roomOpen: Uint8Array;
	readonly adultOpen: Uint8Array;
	readonly adultMaximum: Float64Array;
	readonly moneyLimit: number;
	readonly minutesLimit: number;

	readonly optionStart: Int32Array;
	readonly optionLearner: Int32Array;
	readonly optionOffer: Int32Array;
	/** 1 where every prerequisite is secure; others are only counted as missed. */
	readonly optionAllowed: Uint8Array;
	readonly optionMust: Uint8Array;
	/** 0 where not wished. */
	readonly optionRank: Int32Array;
	readonly optionPoints: Int32Array;
	/** Row of `owed`, or NONE. */
	readonly optionOwed: Int32Array;
	readonly optionStanding: Int32Array;
	readonly optionNeeds: Rows;

	readonly needWeight: Int32Array;
	readonly owedMinutes: Int32Array;
	/** learners x slots. */
	readonly away: Uint8Array;
	readonly age: Int32Array;
	readonly alone: Int32Array;
	readonly credit: Int32Array;
	readonly apart: Rows;
	/** Partner learners, and in `togetherPair` the pair at the same position. */
	readonly together: Rows;
	readonly togetherPair: Int32Array;
	readonly pairs: number;

	/** learners x slots offer index; NONE nothing; empty arrays where nothing was published. */
	readonly publishedOffer: Int32Array;
	readonly habitOffer: Int32Array;
	readonly habits: number;
	/** By session; `publishedSlot` is NONE where it was not published. */
	readonly publishedSlot: Int32Array;
	readonly publishedRoom: Int32Array;
	readonly publishedAdult: Int32Array;
	readonly publishedSessions: number;

	/** Criterion weights, in the order of `CRITERION_NAMES`. */
	readonly weights: Float64Array;
	/** Ids, to go back to the public types. */
	readonly ids: {
		readonly slots: readonly string[];
		readonly rooms: readonly string[];
		readonly adults: readonly string[];
		readonly learners: readonly string[];
		readonly offers: readonly string[];
	};
}
