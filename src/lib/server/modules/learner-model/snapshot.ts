import {
	packState,
	unpackState,
	type Model,
	type PackedState,
	type State
} from '#engines/learner-model/index.ts';

/** A state as bytes for a row: JSON keeps every number exactly; the packed words go as base64. */
export function writeState(state: State): Buffer {
	const { skillWords, ...rest } = packState(state);
	return Buffer.from(
		JSON.stringify({ ...rest, skillWords: Buffer.from(skillWords).toString('base64') })
	);
}

/** The state of a snapshot, or undefined when it cannot be used: made by other parameters, or damaged. */
export function readState(model: Model, text: string): State | undefined {
	// SAFETY: written by `writeState`; `unpackState` checks version, format and sizes.
	const stored = JSON.parse(text) as Omit<PackedState, 'skillWords'> & {
		readonly skillWords: string;
	};
	const unpacked = unpackState(model, {
		...stored,
		skillWords: new Uint8Array(Buffer.from(stored.skillWords, 'base64'))
	});
	return unpacked.ok ? unpacked.value : undefined;
}
