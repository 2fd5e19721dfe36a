import { instantOrNone } from './instant.ts';
import type { Model } from './model.ts';
import type { State } from './state.ts';

/** What is asked about: an item with its skills, or skills as such (a reference item of them). */
export interface Target {
	readonly item?: string | undefined;
	/** Unknown ones count as average; none = ability only; repeated ones count once. */
	readonly skills: readonly string[];
	/** Seconds; absent or no instant = no time has passed. */
	readonly at?: number | undefined;
}

/** A target with its names looked up once. */
export interface Question {
	readonly names: readonly string[];
	/** Position of each skill in the parameters; -1 = unknown there. */
	readonly skills: readonly number[];
	/** Place of each skill in the learner's record; -1 = never seen. */
	readonly slots: readonly number[];
	/** Position of the item in the parameters; -1 = none or unknown there. */
	readonly item: number;
	/** What the learner did on the item before. */
	readonly record: number | undefined;
	readonly hasItem: boolean;
	readonly at: number | undefined;
}

/** Looks a target up for one learner. */
export function questionOf(model: Model, state: State, target: Target): Question {
	const names = target.skills.length > 1 ? [...new Set(target.skills)] : target.skills;
	const { item, at } = target;
	return {
		names,
		skills: names.map((name) => model.skills.get(name) ?? -1),
		slots: names.map((name) => state.slots.get(name) ?? -1),
		item: item === undefined ? -1 : (model.items.get(item) ?? -1),
		record: item === undefined ? undefined : state.items.get(item),
		hasItem: item !== undefined,
		at: instantOrNone(at)
	};
}
