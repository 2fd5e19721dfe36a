import type { SchoolDay } from '../../platform/clock/index.ts';
import type { OutcomeId } from '../../platform/ids.ts';

export const goalStates = [
	'drafted',
	'proposed',
	'in-discussion',
	'agreed',
	'active',
	'achieved',
	'renegotiated',
	'set-aside'
] as const;
export type GoalState = (typeof goalStates)[number];

/** What can happen to a goal. */
export const goalEvents = [
	'propose',
	'discuss',
	'agree',
	'change',
	'start',
	'achieve',
	'set-aside',
	'take-up',
	'withdraw',
	'decline',
	'talk'
] as const;
export type GoalEvent = (typeof goalEvents)[number];

/** A change that is already in force, or agreed anew, and what may follow from it. */
const inForce = {
	change: 'renegotiated',
	start: 'active',
	achieve: 'achieved',
	'set-aside': 'set-aside',
	talk: 'in-discussion'
} as const;

/** The state machine of a goal; what is not listed cannot happen. */
export const transitions: Readonly<
	Record<GoalState, Readonly<Partial<Record<GoalEvent, GoalState>>>>
> = {
	drafted: { propose: 'proposed', agree: 'agreed', 'set-aside': 'set-aside' },
	proposed: {
		discuss: 'in-discussion',
		agree: 'agreed',
		withdraw: 'drafted',
		decline: 'set-aside'
	},
	'in-discussion': {
		discuss: 'in-discussion',
		agree: 'agreed',
		// What took effect and is talked about keeps its kind until both agree.
		achieve: 'achieved',
		'set-aside': 'set-aside',
		'take-up': 'agreed',
		withdraw: 'drafted',
		decline: 'set-aside'
	},
	agreed: inForce,
	active: inForce,
	renegotiated: inForce,
	achieved: { 'take-up': 'agreed', talk: 'in-discussion' },
	'set-aside': { 'take-up': 'agreed', talk: 'in-discussion' }
};

export const isInForce = (state: GoalState): boolean => transitions[state] === inForce;

/** What a goal says. Words of people; `null` where they wrote nothing. */
export interface GoalFields {
	readonly words: string;
	readonly why: string | null;
	/** "I'll know when …". */
	readonly successCriteria: string | null;
	readonly supports: string | null;
	readonly outcomeIds: readonly OutcomeId[];
	readonly reviewOn: SchoolDay | null;
}
export const fieldNames = [
	'words',
	'why',
	'successCriteria',
	'supports',
	'outcomeIds',
	'reviewOn'
] as const satisfies readonly (keyof GoalFields)[];
export type FieldName = (typeof fieldNames)[number];

/** Field to before and after; only fields that differ. */
export type FieldChanges = {
	readonly [F in FieldName]?: readonly [before: GoalFields[F] | null, after: GoalFields[F]];
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The field-level difference between two versions; nothing before is null. */
export function differenceOf(before: GoalFields | null, after: GoalFields): FieldChanges {
	const changed = fieldNames.filter((field) => !isSame(before?.[field] ?? null, after[field]));
	const pairs = changed
		.filter((field) => before !== null || !isSame(after[field], []))
		.map((field) => [field, [before?.[field] ?? null, after[field]]]);
	// SAFETY: each pair holds the before and after of its own field.
	return Object.fromEntries(pairs) as FieldChanges;
}

/** The fields with a proposal's changes in them. */
export function applyChanges(fields: GoalFields, changes: FieldChanges): GoalFields {
	const after = Object.entries(changes).map(([field, pair]) => [field, pair[1]]);
	// SAFETY: changes carry values of the fields they name.
	return { ...fields, ...Object.fromEntries(after) } as GoalFields;
}
