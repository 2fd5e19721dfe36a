import { learnersFor, type AgeBand, type Scope } from '../../platform/access/index.ts';
import { decisionKinds, type DecisionKind } from '../../platform/audit/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import { seeLadder } from './agency.policy.ts';
import { shippedRungs, type Rung, type Rungs } from './ladder.ts';
import { listRungRows, type RungRow } from './ladder.store.ts';

/** Where one kind of decision stands for a learner; without `since` it is what the age band starts from. */
export interface RungView {
	readonly rung: Rung;
	readonly since: Date | null;
	readonly why: string | null;
	readonly agreedBy: readonly PersonId[];
	readonly lookAgainOn: SchoolDay | null;
}
export type LadderView = Readonly<Record<DecisionKind, RungView>>;

function everyKind<T>(value: (kind: DecisionKind) => T): Record<DecisionKind, T> {
	// SAFETY: one entry for each kind of decision.
	return Object.fromEntries(decisionKinds.map((kind) => [kind, value(kind)])) as Record<
		DecisionKind,
		T
	>;
}

const atDefault = (rung: Rung): RungView => ({
	rung,
	since: null,
	why: null,
	agreedBy: [],
	lookAgainOn: null
});

function viewOf({ rung, since, why, agreedBy, lookAgainOn }: RungRow): RungView {
	return { rung, since, why, agreedBy: agreedBy ?? [], lookAgainOn };
}

const defaultsIn = (rows: readonly RungRow[], band: AgeBand): Rungs =>
	everyKind(
		(kind) =>
			rows.find((row) => row.band === band && row.kind === kind)?.rung ?? shippedRungs[band][kind]
	);

/** A learner with the band whose defaults hold for them. */
export interface BandOf {
	readonly learnerId: PersonId;
	readonly band: AgeBand;
}

/**
 * Who decides what, for several learners in one statement: their own rung of each kind, or the default of their age
 * band. Learners whom the actor may not see are missing.
 */
export async function laddersOf(
	scope: Scope,
	learners: readonly BandOf[]
): Promise<ReadonlyMap<PersonId, LadderView>> {
	const visible = learnersFor(scope.actor, seeLadder);
	const open = learners.filter(({ learnerId }) => visible === 'everyone' || visible.has(learnerId));
	const rows = await listRungRows(
		scope,
		open.map(({ learnerId }) => learnerId)
	);
	return new Map(
		open.map(({ learnerId, band }) => {
			const start = defaultsIn(rows, band);
			const own = rows.filter((row) => row.learnerId === learnerId);
			return [
				learnerId,
				everyKind((kind) => {
					const row = own.find((candidate) => candidate.kind === kind);
					return row ? viewOf(row) : atDefault(start[kind]);
				})
			];
		})
	);
}

/** Who decides what for one learner, with since when and why; the defaults of the band where nothing is known or visible. */
export async function ladderOf(
	scope: Scope,
	learnerId: PersonId,
	band: AgeBand
): Promise<LadderView> {
	const found = (await laddersOf(scope, [{ learnerId, band }])).get(learnerId);
	return found ?? everyKind((kind) => atDefault(shippedRungs[band][kind]));
}

/** The rung of each kind of decision for a learner, 0 (adult decides) to 4 (learner decides). */
export async function rungsOf(scope: Scope, learnerId: PersonId, band: AgeBand): Promise<Rungs> {
	const ladder = await ladderOf(scope, learnerId, band);
	return everyKind((kind) => ladder[kind].rung);
}

/** What learners of each age start from in this community; what was never set is as shipped. */
export async function defaultRungs(scope: Scope): Promise<Readonly<Record<AgeBand, Rungs>>> {
	const rows = await listRungRows(scope, []);
	return {
		'5-7': defaultsIn(rows, '5-7'),
		'8-11': defaultsIn(rows, '8-11'),
		'12-18': defaultsIn(rows, '12-18')
	};
}
