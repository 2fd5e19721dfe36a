/**
 * What the model remembers about one learner and one skill: eight 16-bit words, so exactly 16 bytes.
 * The fold runs on these rounded numbers, so a packed state continues bit for bit where it stopped.
 */
export const WORDS = 8;
const RIGHT = 0;
const WRONG = 1;
const RECENT_FAST = 2;
const RECENT_SLOW = 3;
const SURPRISE = 4;
const STREAK_AND_VARIETY = 5;
const MINUTES_LOW = 6;
const MINUTES_HIGH = 7;

/** Decays of the two recent accuracies (half of the weight on the last two, the last six answers). */
export const FAST = 0.7;
export const SLOW = 0.9;

/** Counts are kept in steps of 1/32 up to 2047; a full counter halves both, keeping their ratio. */
const COUNT_STEP = 32;
const FULL = 0xffff;
const MIDDLE = 0x8000;
const LONGEST_STREAK = 127;
const MOST_VARIETY = 15;
/** Answers this far apart, in minutes, are two occasions. */
const OCCASION_MINUTES = 240;

type Words = Uint16Array;
const word = (words: Words, slot: number, field: number) => words[slot * WORDS + field] ?? 0;

/** The words of a skill never seen: both accuracies and the surprise in the middle. */
export function resetRecord(words: Words, slot: number): void {
	const start = slot * WORDS;
	words.fill(0, start, start + WORDS);
	words[start + RECENT_FAST] = MIDDLE;
	words[start + RECENT_SLOW] = MIDDLE;
	words[start + SURPRISE] = MIDDLE;
	words[start + STREAK_AND_VARIETY] = (LONGEST_STREAK + 1) << 8;
}

/** Weighted number of right answers. */
export const rightOf = (words: Words, slot: number) => word(words, slot, RIGHT) / COUNT_STEP;
/** Weighted number of wrong answers. */
export const wrongOf = (words: Words, slot: number) => word(words, slot, WRONG) / COUNT_STEP;
/** Recent accuracy minus one half, in [-0.5, 0.5]; 0 when nothing is known. */
export const recentFastOf = (words: Words, slot: number) =>
	(word(words, slot, RECENT_FAST) - MIDDLE) / FULL;
/** As `recentFastOf`, with the slower decay. */
export const recentSlowOf = (words: Words, slot: number) =>
	(word(words, slot, RECENT_SLOW) - MIDDLE) / FULL;
/** Decayed mean of (answer - expectation by difficulty and ability), in [-1, 1]. */
export const surpriseOf = (words: Words, slot: number) =>
	((word(words, slot, SURPRISE) - MIDDLE) * 2) / FULL;
/** Answers in a row: positive right, negative wrong. */
export const streakOf = (words: Words, slot: number) =>
	(word(words, slot, STREAK_AND_VARIETY) >> 8) - LONGEST_STREAK - 1;
/** Different items or sources seen, at most 15. */
export const varietyOf = (words: Words, slot: number) =>
	word(words, slot, STREAK_AND_VARIETY) & MOST_VARIETY;
/** Occasions (at least four hours apart) seen, at most 15. */
export const occasionsOf = (words: Words, slot: number) =>
	(word(words, slot, STREAK_AND_VARIETY) >> 4) & MOST_VARIETY;
/** Minutes since 1970 of the last evidence with a known time, plus one; 0 when none. */
export const minutesOf = (words: Words, slot: number) =>
	word(words, slot, MINUTES_HIGH) * 0x10000 + word(words, slot, MINUTES_LOW);

/** One piece of evidence as the record sees it. */
export interface Seen {
	/** In [0, 1]; 1 = right. */
	readonly outcome: number;
	/** What was expected from difficulty and ability, in [0, 1]. */
	readonly expected: number;
	/** In (0, 1]. */
	readonly weight: number;
	/** Whether the item or source is a new one for this learner. */
	readonly fresh: boolean;
	readonly at: number | undefined;
}

/** Folds one piece of evidence into the record. */
export function recordEvidence(words: Words, slot: number, seen: Seen): void {
	const start = slot * WORDS;
	countVariety(words, slot, seen);
	addCount(words, start, RIGHT, seen.weight * seen.outcome);
	addCount(words, start, WRONG, seen.weight * (1 - seen.outcome));
	mix(words, start + RECENT_FAST, seen.outcome, (1 - FAST) * seen.weight);
	mix(words, start + RECENT_SLOW, seen.outcome, (1 - SLOW) * seen.weight);
	const surprise = (seen.outcome - seen.expected + 1) / 2;
	mix(words, start + SURPRISE, surprise, (1 - SLOW) * seen.weight);
}

function addCount(words: Words, start: number, field: number, amount: number): void {
	const next = (words[start + field] ?? 0) + Math.round(amount * COUNT_STEP);
	if (next <= FULL) words[start + field] = next;
	else halveCounts(words, start);
}

function halveCounts(words: Words, start: number): void {
	words[start + RIGHT] = (words[start + RIGHT] ?? 0) >> 1;
	words[start + WRONG] = (words[start + WRONG] ?? 0) >> 1;
}

/** Exponential mean on the 16-bit grid; `target` in [0, 1]. */
function mix(words: Words, at: number, target: number, share: number): void {
	const old = words[at] ?? MIDDLE;
	words[at] = Math.round(old + share * (target * FULL - old));
}

function countVariety(words: Words, slot: number, seen: Seen): void {
	const streak = nextStreak(streakOf(words, slot), seen);
	const variety = Math.min(MOST_VARIETY, varietyOf(words, slot) + (seen.fresh ? 1 : 0));
	const occasions = Math.min(
		MOST_VARIETY,
		occasionsOf(words, slot) + newOccasion(words, slot, seen)
	);
	words[slot * WORDS + STREAK_AND_VARIETY] =
		((streak + LONGEST_STREAK + 1) << 8) | (occasions << 4) | variety;
	if (seen.at !== undefined) rememberTime(words, slot, seen.at);
}

/** Evidence that says neither right nor wrong (exactly one half) ends a streak. */
function nextStreak(streak: number, { outcome }: Seen): number {
	if (outcome === 0.5) return 0;
	if (outcome > 0.5) return Math.min(LONGEST_STREAK, Math.max(0, streak) + 1);
	return Math.max(-LONGEST_STREAK, Math.min(0, streak) - 1);
}

function newOccasion(words: Words, slot: number, { at }: Seen): 0 | 1 {
	if (occasionsOf(words, slot) === 0) return 1;
	const last = minutesOf(words, slot);
	if (at === undefined || last === 0) return 0;
	return toMinutes(at) - last >= OCCASION_MINUTES ? 1 : 0;
}

const toMinutes = (at: number) => Math.floor(at / 60) + 1;

/** Time never runs backwards in the record: an earlier instant leaves the later one. */
function rememberTime(words: Words, slot: number, at: number): void {
	const minutes = Math.max(minutesOf(words, slot), toMinutes(at));
	words[slot * WORDS + MINUTES_LOW] = minutes & 0xffff;
	words[slot * WORDS + MINUTES_HIGH] = Math.floor(minutes / 0x10000);
}

/** Days from the last evidence to `at`; 0 when either is unknown or the clock went back. */
export function gapDaysOf(words: Words, slot: number, at: number | undefined): number {
	const last = minutesOf(words, slot);
	if (at === undefined || last === 0) return 0;
	return Math.max(0, at / 60 + 1 - last) / 1440;
}
