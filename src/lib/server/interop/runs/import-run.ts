import type { Id } from '#lib/server/platform/ids.ts';

export type ImportId = Id<'import'>;

export type ImportState =
	'checking' | 'refused' | 'ready' | 'applying' | 'applied' | 'failed' | 'cancelled';

/** Where a run can go from each state; what is not listed cannot happen. */
export const importMoves: Readonly<Record<ImportState, readonly ImportState[]>> = {
	checking: ['ready', 'refused', 'failed', 'cancelled'],
	ready: ['applying', 'cancelled'],
	applying: ['applied', 'failed', 'cancelled'],
	refused: [],
	applied: [],
	failed: [],
	cancelled: []
};

/** The states from which a run can come to `to`. */
export const statesBefore = (to: ImportState): readonly ImportState[] =>
	// SAFETY: the keys of a total record over the union are the union.
	(Object.keys(importMoves) as ImportState[]).filter((from) => importMoves[from].includes(to));

/** Somebody is working on it now. */
export const isUnderWay = (state: ImportState): boolean =>
	state === 'checking' || state === 'applying';

const silentMs = 60_000;

/** Work that says nothing for a minute was ended with its process; its transaction is gone, and so is what it did. */
export const isInterrupted = (state: ImportState, touchedAt: Date, now: Date): boolean =>
	isUnderWay(state) && now.getTime() - touchedAt.getTime() > silentMs;
