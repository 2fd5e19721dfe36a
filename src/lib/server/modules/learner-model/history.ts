import {
	replay,
	update,
	type LearnerEvent,
	type Model,
	type State
} from '#engines/learner-model/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { EvidenceId } from '../evidence/index.ts';
import { readState } from './snapshot.ts';

/** What is read of one learner: a snapshot where there is one, and the log after it (all of it without one). */
export interface History {
	readonly learnerId: PersonId;
	readonly snapshot: { readonly eventsSeen: number; readonly state: string } | null;
	/** Rows of the log up to the snapshot's last one, counted now. */
	readonly older: number;
	readonly tail: readonly LearnerEvent[];
	/** Rows behind `tail`: an event that says nothing to the engine is a row all the same. */
	readonly tailRows: number;
	/** All about facts, and all withdrawals, from the start of the log; empty where they were not asked for. */
	readonly recalls: readonly LearnerEvent[];
	readonly lastEventId: EvidenceId | null;
}

/**
 * The learner's state, or undefined when the log must be read from its start: a withdrawal reaches back behind the
 * snapshot, an event that was on its way when the snapshot was taken has arrived, or the snapshot is of another model.
 */
export function foldHistory(model: Model, { snapshot, older, tail }: History): State | undefined {
	if (snapshot === null) return replay(model, tail).state;
	const isWhole = older === snapshot.eventsSeen;
	if (!isWhole || tail.some((event) => event.kind === 'withdrawal')) return undefined;
	const kept = readState(model, snapshot.state);
	return kept && tail.reduce((state, event) => folded(model, state, event), kept);
}

/** An event with a number out of range is left out, as `replay` does. */
function folded(model: Model, state: State, event: LearnerEvent): State {
	const next = update(model, state, event);
	return next.ok ? next.value : state;
}
