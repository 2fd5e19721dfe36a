import { m } from '#lib/paraglide/messages.js';

/** A rung of the ladder: 0 an adult decides, 4 the learner decides. */
export type RungNumber = 0 | 1 | 2 | 3 | 4;

/** One kind of decision and where it stands. */
export interface LadderRow {
	readonly id: string;
	/** “My goals”. */
	readonly title: string;
	readonly icon: string;
	readonly rung: RungNumber;
	/** “Since term 3”. */
	readonly note?: string | undefined;
	/** Where it was before, shown as a ring. */
	readonly was?: RungNumber | undefined;
	/** Where the learner asked it to be, shown as a dashed ring. */
	readonly asked?: RungNumber | undefined;
	/** Where to talk about it. */
	readonly href?: string | undefined;
}

const five = [
	() => m.ui_rung_0(),
	() => m.ui_rung_1(),
	() => m.ui_rung_2(),
	() => m.ui_rung_3(),
	() => m.ui_rung_4()
] as const;
/** The same places as an adult says them about a learner. */
const fiveOfOther = [
	five[0],
	five[1],
	five[2],
	() => m.ui_rung_3_other(),
	() => m.ui_rung_4_other()
] as const;
const three = [
	() => m.ui_rung_young_you(),
	() => m.ui_rung_young_both(),
	() => m.ui_rung_young_me()
] as const;

/** Where a rung stands on the string (0 to 100) and its word, on five places or the youngest's three. */
export function place(
	rung: RungNumber,
	young: boolean,
	isOther = false
): { at: number; word: string } {
	if (!young) return { at: rung * 25, word: (isOther ? fiveOfOther : five)[rung]() };
	const third = rung < 2 ? 0 : rung === 2 ? 1 : 2;
	return { at: third * 50, word: three[third]() };
}

/** The words over the string, from the adult's end to the learner's. */
export function places(young: boolean, isOther = false): readonly string[] {
	return (young ? three : isOther ? fiveOfOther : five).map((word) => word());
}
