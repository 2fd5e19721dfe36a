/** The inputs of the additive model, in the order of their weights. */
export const FEATURES = [
	/** Always 1. */
	'one',
	/** Log-odds by difficulty: start + mean of the skills. */
	'easiness',
	/** What the item adds to that. */
	'item',
	/** Ability over all skills, log-odds. */
	'ability',
	/** log(1 + right), log(1 + wrong), log(1 + both) of the skill. */
	'right',
	'wrong',
	'attempts',
	/** Shrunk share of right answers minus its middle. */
	'rate',
	/** Recent accuracy minus one half, decays 0.7 and 0.9. */
	'recent-fast',
	'recent-slow',
	/** Decayed residual against difficulty. */
	'surprise',
	/** Answers in a row, -5 to 5. */
	'streak',
	/** Residual over all skills, decays 0.8, 0.9, 0.97. */
	'overall-fast',
	'overall-middle',
	'overall-slow',
	/** Accuracy over all skills, decay 0.95, minus one half. */
	'overall-accuracy',
	/** The last three answers, +-1/2, 0 = none. */
	'last-1',
	'last-2',
	'last-3',
	/** log(1 + answers so far). */
	'tenure',
	/** Whether the answer before was on the same skill, and what it was (+-1/2). */
	'same-skill',
	'same-skill-outcome',
	/** Whether this item was last answered right, or wrong. */
	'repeat-right',
	'repeat-wrong',
	/** log(1 + right), log(1 + wrong) on this item. */
	'item-right',
	'item-wrong',
	/** log(1 + hours) since the skill was seen, and that times log(1 + right). */
	'skill-gap',
	'skill-gap-known',
	/** log(1 + hours) since the item was seen. */
	'item-gap',
	/** log(1 + seconds) since the last answer to anything. */
	'pause',
	/** Shrunk mean residual of direct prerequisites, of direct successors. */
	'before',
	'after'
] as const;

export type Feature = (typeof FEATURES)[number];

/** Position of each feature. */
export const AT = Object.fromEntries(FEATURES.map((name, i) => [name, i])) as Readonly<
	// SAFETY: every name of FEATURES is mapped to its position.
	Record<Feature, number>
>;

/** What the boosted tables may look at: the features, then these two. */
export const TABLE_FEATURES = [
	...FEATURES,
	/** The sum of all terms but the tables, log-odds. */
	'so-far',
	/** log(1 + training answers behind the item). */
	'item-known'
] as const;

/** Features with a weight of their own per skill (PFA and Best-LR: bias, counts; here also recency). */
export const SKILL_FEATURES = [
	AT.one,
	AT.ability,
	AT.right,
	AT.wrong,
	AT['recent-fast'],
	AT.surprise,
	AT['overall-slow']
] as const;

/** Features with a weight of their own per item (2PL: bias and slope on ability). */
export const ITEM_FEATURES = [AT.one, AT.ability, AT.surprise, AT['overall-fast']] as const;
