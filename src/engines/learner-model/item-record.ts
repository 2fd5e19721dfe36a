/**
 * What the model remembers of one learner and one item, in one number of 41 bits: last outcome, right
 * and wrong answers (at most 15 each), and the minute it was seen.
 */
export type ItemRecord = number;

const MOST = 15;
const RIGHT_UNIT = 2;
const WRONG_UNIT = 32;
const MINUTE_UNIT = 512;

/** 1 = last answered right, 0 = last answered wrong. */
export const lastOutcomeOf = (record: ItemRecord): 0 | 1 => (record % 2 === 1 ? 1 : 0);
export const itemRightOf = (record: ItemRecord) => Math.floor(record / RIGHT_UNIT) % (MOST + 1);
export const itemWrongOf = (record: ItemRecord) => Math.floor(record / WRONG_UNIT) % (MOST + 1);
const minuteOf = (record: ItemRecord) => Math.floor(record / MINUTE_UNIT);

/** The record after one more answer; `before` is undefined for an item never seen. */
export function nextItemRecord(
	before: ItemRecord | undefined,
	correct: boolean,
	at: number | undefined
): ItemRecord {
	const record = before ?? 0;
	const right = Math.min(MOST, itemRightOf(record) + (correct ? 1 : 0));
	const wrong = Math.min(MOST, itemWrongOf(record) + (correct ? 0 : 1));
	const minute = at === undefined ? minuteOf(record) : Math.floor(at / 60) + 1;
	return minute * MINUTE_UNIT + wrong * WRONG_UNIT + right * RIGHT_UNIT + (correct ? 1 : 0);
}

/** Hours since the item was seen; 0 when either instant is unknown or the clock went back. */
export function itemGapHoursOf(record: ItemRecord, at: number | undefined): number {
	const minute = minuteOf(record);
	if (at === undefined || minute === 0) return 0;
	return Math.max(0, at / 60 + 1 - minute) / 60;
}
