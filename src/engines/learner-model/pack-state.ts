import { fail, ok, type Result } from '../kernel/index.ts';
import type { Model } from './model.ts';
import { WORDS } from './skill-record.ts';
import { emptyDraft, type OwnBelief, type State } from './state.ts';

/** A kept state: plain values for a row or a file. `skillWords` holds 16 bytes a skill, little-endian. */
export interface PackedState {
	readonly format: 1;
	readonly version: string;
	readonly skills: readonly string[];
	readonly skillWords: Uint8Array;
	readonly items: readonly string[];
	/** One bit an item: 1 = last answered right. */
	readonly itemBits: Uint8Array;
	readonly whole: readonly number[];
	readonly own: readonly (readonly [skill: string, OwnBelief])[];
}

export type UnpackProblem = 'learner-model.needs-replay' | 'learner-model.state-damaged';

/** The state as plain values; `unpackState` gives back the same state bit for bit. */
export function packState(state: State): PackedState {
	const { ability, evidence, recentFast, recentSlow } = state.whole;
	return {
		format: 1,
		version: state.version,
		skills: [...state.slots.keys()],
		skillWords: wordsToBytes(state.words, state.slots.size * WORDS),
		items: [...state.items.keys()],
		itemBits: toBits([...state.items.values()]),
		whole: [ability, evidence, recentFast, recentSlow],
		own: [...state.own]
	};
}

/**
 * A state kept earlier. `needs-replay`: it was made by other parameters or an older format, so fold
 * the log again with `replay`; `state-damaged`: its parts do not fit each other.
 */
export function unpackState(model: Model, packed: PackedState): Result<State, UnpackProblem> {
	if (packed.format !== 1 || packed.version !== model.version)
		return fail('learner-model.needs-replay');
	if (!fitsTogether(packed)) return fail('learner-model.state-damaged');
	const [ability = 0, evidence = 0, recentFast = 0, recentSlow = 0] = packed.whole;
	return ok({
		...emptyDraft(packed.version),
		slots: new Map(packed.skills.map((skill, slot) => [skill, slot])),
		words: bytesToWords(packed.skillWords),
		items: new Map(packed.items.map((item, i) => [item, bitAt(packed.itemBits, i)])),
		whole: { ability, evidence, recentFast, recentSlow },
		own: new Map(packed.own)
	});
}

function fitsTogether({ skills, skillWords, items, itemBits, whole }: PackedState): boolean {
	const sizes = skillWords.length === skills.length * WORDS * 2;
	const bits = itemBits.length === Math.ceil(items.length / 8);
	return sizes && bits && whole.length === 4 && whole.every(Number.isFinite);
}

function wordsToBytes(words: Uint16Array, count: number): Uint8Array {
	const view = new DataView(new ArrayBuffer(count * 2));
	for (let i = 0; i < count; i++) view.setUint16(i * 2, words[i] ?? 0, true);
	return new Uint8Array(view.buffer);
}

function bytesToWords(bytes: Uint8Array): Uint16Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const words = new Uint16Array(Math.max(WORDS, bytes.length / 2));
	for (let i = 0; i < bytes.length / 2; i++) words[i] = view.getUint16(i * 2, true);
	return words;
}

function toBits(values: readonly (0 | 1)[]): Uint8Array {
	const bits = new Uint8Array(Math.ceil(values.length / 8));
	values.forEach((value, i) => (bits[i >> 3] = (bits[i >> 3] ?? 0) | (value << (i & 7))));
	return bits;
}

const bitAt = (bits: Uint8Array, i: number): 0 | 1 =>
	((bits[i >> 3] ?? 0) >> (i & 7)) & 1 ? 1 : 0;
