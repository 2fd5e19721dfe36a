import { fail, ok, type Failure, type Result } from '../../platform/result.ts';
import { otherSide, takesEffect, type Rung, type Side } from '../agency/index.ts';
import {
	applyChanges,
	isInForce,
	transitions,
	type FieldChanges,
	type GoalEvent,
	type GoalFields,
	type GoalState
} from './goal.ts';

/** What a proposal asks for. `new` brings a goal into force for the first time. */
export const proposalKinds = ['new', 'change', 'achieve', 'set-aside', 'take-up'] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** A proposal that waits: `open` for the other side's answer, `asked` for its author's. */
export interface OpenProposal {
	readonly kind: ProposalKind;
	readonly side: Side;
	readonly rung: Rung;
	readonly baseVersion: number;
	readonly changes: FieldChanges;
	readonly state: 'open' | 'asked';
}

/** A goal as both sides see it: its state, its version, and the one proposal that waits. */
export interface Standing {
	readonly state: GoalState;
	readonly version: number;
	readonly fields: GoalFields;
	readonly open: OpenProposal | null;
}

export interface Propose {
	readonly kind: ProposalKind;
	readonly side: Side;
	readonly rung: Rung;
	readonly baseVersion: number;
	readonly changes: FieldChanges;
}

/** What an act led to. With `inForce`, the version is new and these sides have agreed to it. */
export interface Move {
	readonly standing: Standing;
	readonly inForce: { readonly agreed: readonly Side[] } | null;
}

export type NegotiationCode =
	| 'plans.stale'
	| 'plans.proposal-waits'
	| 'plans.nothing-changed'
	| 'plans.not-your-turn'
	| 'plans.not-possible';
export type Negotiated = Result<Move, Failure<NegotiationCode>>;

/** The event by which a kind of proposal comes into force; a goal not yet in force is simply agreed. */
function effectOf(kind: ProposalKind, state: GoalState): GoalEvent {
	if (kind === 'new') return 'agree';
	if (kind === 'change') return isInForce(state) ? 'change' : 'agree';
	return kind;
}

const next = (state: GoalState, event: GoalEvent): GoalState | undefined =>
	transitions[state][event];

function bringIntoForce(
	standing: Standing,
	{ kind, changes }: Pick<OpenProposal, 'kind' | 'changes'>,
	agreed: readonly Side[]
): Negotiated {
	const state = next(standing.state, effectOf(kind, standing.state));
	if (!state) return fail('plans.not-possible');
	const fields = applyChanges(standing.fields, changes);
	return ok({
		standing: { state, version: standing.version + 1, fields, open: null },
		inForce: { agreed }
	});
}

/** What a waiting proposal does to the state: a new goal shows that it waits, one in force stays as agreed. */
const whileWaiting = (standing: Standing, kind: ProposalKind): GoalState =>
	kind === 'new' ? (next(standing.state, 'propose') ?? standing.state) : standing.state;

/** Puts a change forward: at once in force, or waiting for the other side, as the rung says. */
export function propose(standing: Standing, proposal: Propose): Negotiated {
	const { kind, side, rung, baseVersion, changes } = proposal;
	if (standing.open) return fail('plans.proposal-waits');
	if (baseVersion !== standing.version) return fail('plans.stale');
	if (kind === 'change' && Object.keys(changes).length === 0) return fail('plans.nothing-changed');
	if (!next(standing.state, effectOf(kind, standing.state))) return fail('plans.not-possible');
	if (takesEffect(rung, side)) return bringIntoForce(standing, proposal, [side]);
	const open: OpenProposal = { kind, side, rung, baseVersion, changes, state: 'open' };
	return ok({
		standing: { ...standing, state: whileWaiting(standing, kind), open },
		inForce: null
	});
}

/** The proposal that `side` may answer now, or why not. */
function answerable(
	standing: Standing,
	side: Side
): Result<OpenProposal, Failure<NegotiationCode>> {
	const { open } = standing;
	if (!open || open.baseVersion !== standing.version) return fail('plans.stale');
	return open.side === side ? fail('plans.not-your-turn') : ok(open);
}

/** The other side says yes: a new version that both have agreed to. */
export function agree(standing: Standing, side: Side): Negotiated {
	const open = answerable(standing, side);
	if (!open.ok) return open;
	return bringIntoForce(standing, open.value, [open.value.side, side]);
}

const discussed = (state: GoalState): GoalState => next(state, 'discuss') ?? state;

/** The other side suggests something else: it stands in place of the proposal, and waits for its author. */
export function counter(standing: Standing, side: Side, changes: FieldChanges): Negotiated {
	const open = answerable(standing, side);
	if (!open.ok) return open;
	if (Object.keys(changes).length === 0) return fail('plans.nothing-changed');
	const { rung, baseVersion, kind } = open.value;
	const own: OpenProposal = {
		// Another wording of a new goal is still a new goal; anything else becomes a change.
		kind: kind === 'new' ? 'new' : 'change',
		side,
		rung,
		baseVersion,
		changes,
		state: 'open'
	};
	// Where this side alone decides, its own wording needs no further yes.
	if (takesEffect(rung, side)) {
		return bringIntoForce({ ...standing, open: null }, own, [side]);
	}
	return ok({
		standing: { ...standing, state: discussed(standing.state), open: own },
		inForce: null
	});
}

/** The other side asks; the proposal then waits for its author. */
export function ask(standing: Standing, side: Side): Negotiated {
	const open = answerable(standing, side);
	if (!open.ok) return open;
	return ok({
		standing: {
			...standing,
			state: discussed(standing.state),
			open: { ...open.value, state: 'asked' }
		},
		inForce: null
	});
}

/** The author answers a question; the proposal waits for the other side again. */
export function reply(standing: Standing, side: Side): Negotiated {
	const { open } = standing;
	if (!open) return fail('plans.stale');
	if (open.side !== side) return fail('plans.not-your-turn');
	return ok({ standing: { ...standing, open: { ...open, state: 'open' } }, inForce: null });
}

/**
 * What took effect and is talked about has no other text to fall back to: it ends by agreeing, to this or to something
 * else, never by a no.
 */
const hasNoWayBack = ({ state, open }: Standing): boolean =>
	state === 'in-discussion' && open?.kind !== 'new';

function end(standing: Standing, event: 'withdraw' | 'decline'): Negotiated {
	if (hasNoWayBack(standing)) return fail('plans.not-possible');
	const state = next(standing.state, event) ?? standing.state;
	return ok({ standing: { ...standing, state, open: null }, inForce: null });
}

/** The other side says no; what was in force stays so. */
export function decline(standing: Standing, side: Side): Negotiated {
	const open = answerable(standing, side);
	return open.ok ? end(standing, 'decline') : open;
}

/** The author takes it back; what was in force stays so. */
export function withdraw(standing: Standing, side: Side): Negotiated {
	const { open } = standing;
	if (!open) return fail('plans.stale');
	return open.side === side ? end(standing, 'withdraw') : fail('plans.not-your-turn');
}

/**
 * Rung 3: an adult asks to talk about what took effect. From then on it is rung 2: not in force until both agree, and
 * it waits for the learner's reply.
 */
export function talk(standing: Standing, changes: FieldChanges, kind: ProposalKind): Negotiated {
	if (standing.open) return fail('plans.proposal-waits');
	const state = next(standing.state, 'talk');
	if (!state) return fail('plans.not-possible');
	const open: OpenProposal = {
		kind,
		side: 'learner',
		rung: 2,
		baseVersion: standing.version,
		changes,
		state: 'asked'
	};
	return ok({ standing: { ...standing, state, open }, inForce: null });
}

/** Whose turn it is: the other side's while open, the author's while asked; null when nothing waits. */
export const turnOf = (open: Pick<OpenProposal, 'side' | 'state'> | null): Side | null =>
	open && (open.state === 'asked' ? open.side : otherSide[open.side]);
