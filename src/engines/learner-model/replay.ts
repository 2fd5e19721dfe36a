import { fail, ok, type Result } from '../kernel/index.ts';
import { applyEvent } from './apply-event.ts';
import { problemOf, type EventProblem, type LearnerEvent } from './event.ts';
import type { Model } from './model.ts';
import { copyState, emptyDraft, type State } from './state.ts';

/** A learner as the model sees them: the state, the events that count, and why others do not. */
export interface Learner {
	readonly state: State;
	readonly counted: readonly LearnerEvent[];
	readonly ignored: readonly { readonly id: string; readonly reason: EventProblem }[];
}

/**
 * Folds the whole log of one learner, in its order. Withdrawn events, repeated ids and events with a
 * number out of range are left out and reported. The same log gives the same bits on every machine.
 */
export function replay(model: Model, events: readonly LearnerEvent[]): Learner {
	const withdrawn = withdrawnBy(events);
	const draft = emptyDraft(model.version, model.memorySize);
	const counted: LearnerEvent[] = [];
	const ignored: { id: string; reason: EventProblem }[] = [];
	const seen = new Set<string>();
	for (const event of events) {
		const reason = reasonToIgnore(event, seen, withdrawn);
		seen.add(event.id);
		if (reason !== undefined) ignored.push({ id: event.id, reason });
		else {
			applyEvent(model, draft, event);
			counted.push(event);
		}
	}
	return { state: draft, counted, ignored };
}

/** From the end, so that a withdrawal which is itself withdrawn does not count. */
function withdrawnBy(events: readonly LearnerEvent[]): ReadonlySet<string> {
	const withdrawn = new Set<string>();
	for (const event of events.toReversed())
		if (event.kind === 'withdrawal' && !withdrawn.has(event.id)) withdrawn.add(event.withdraws);
	return withdrawn;
}

function reasonToIgnore(
	event: LearnerEvent,
	seen: ReadonlySet<string>,
	withdrawn: ReadonlySet<string>
): EventProblem | undefined {
	if (seen.has(event.id)) return 'learner-model.duplicate';
	if (withdrawn.has(event.id)) return 'learner-model.withdrawn';
	return problemOf(event);
}

/** Why one event cannot be folded into a kept state. */
export type UpdateProblem =
	EventProblem | 'learner-model.needs-replay' | 'learner-model.other-version';

/**
 * Folds one more event into a kept state; equals replaying the longer log. A withdrawal needs the
 * log (`needs-replay`), a state of other parameters too (`other-version`). The log, not the state,
 * knows repeated ids: keep ids unique where the events are stored.
 */
export function update(
	model: Model,
	state: State,
	event: LearnerEvent
): Result<State, UpdateProblem> {
	if (state.version !== model.version) return fail('learner-model.other-version');
	if (event.kind === 'withdrawal') return fail('learner-model.needs-replay');
	const problem = problemOf(event);
	if (problem !== undefined) return fail(problem);
	const draft = copyState(state);
	applyEvent(model, draft, event);
	return ok(draft);
}
