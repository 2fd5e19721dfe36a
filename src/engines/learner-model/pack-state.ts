import { fail, ok, type Result } from '../kernel/index.ts';
import type { Model } from './model.ts';
import { WORDS } from './skill-record.ts';
import type { OwnBelief, State, Whole } from './state.ts';

/** A kept state: plain values for a row or a file. `skillWords` holds 16 bytes a skill, little-endian. */
export interface PackedState {
	readonly format: 1;
	readonly version: string;
	readonly skills: readonly string[];
	readonly skillWords: Uint8Array;
	readonly items: readonly string[];
	/** One number an item, below 2^41. */
	readonly itemRecords: readonly number[];
	readonly whole: Whole;
	readonly memory: readonly number[];
	readonly own: readonly (readonly [skill: string, OwnBelief])[];
}

export type UnpackProblem = 'learner-model.needs-replay' | 'learner-model.state-damaged';

/** The state as plain values; `unpackState` gives back the same state bit for bit. */
export function packState(state: State): PackedState {
	return {
		format: 1,
		version: state.version,
		skills: [...state.slots.keys()],
		skillWords: wordsToBytes(state.words, state.slots.size * WORDS),
		items: [...state.items.keys()],
		itemRecords: [...state.items.values()],
		whole: state.whole,
		memory: [...state.memory],
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
	if (!fitsTogether(model, packed)) return fail('learner-model.state-damaged');
	return ok({
		version: packed.version,
		slots: new Map(packed.skills.map((skill, slot) => [skill, slot])),
		words: bytesToWords(packed.skillWords),
		items: new Map(packed.items.map((item, i) => [item, packed.itemRecords[i] ?? 0])),
		whole: packed.whole,
		memory: Float64Array.from(packed.memory),
		own: new Map(packed.own)
	});
}

function fitsTogether(model: Model, packed: PackedState): boolean {
	const { skills, skillWords, items, itemRecords, whole, memory } = packed;
	const { ability, evidence, fast, middle, slow, accuracy, lastAt, last } = whole;
	const measures = [ability, evidence, fast, middle, slow, accuracy, lastAt, ...last];
	const numbers = [...measures, ...memory, ...itemRecords];
	return (
		skillWords.length === skills.length * WORDS * 2 &&
		itemRecords.length === items.length &&
		memory.length === model.memorySize &&
		numbers.every(Number.isFinite)
	);
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
