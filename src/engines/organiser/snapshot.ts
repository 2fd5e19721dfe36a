import type { Walk } from './anneal.ts';
import type { Shares } from './operators.ts';
import { toPlan } from './plan-state.ts';
import type { WeekPlan } from './problem.ts';
import type { Random } from '../kernel/index.ts';
import type { Best } from './best.ts';
import { restore } from './restore.ts';
import { createState, type State } from './state.ts';

/** A point of the run's curve: the best levels after so many moves. */
export interface CurvePoint {
	readonly moves: number;
	readonly levels: readonly number[];
}

/** The moving parts of one run. */
export interface Run {
	readonly state: State;
	readonly random: Random;
	readonly best: Best;
	readonly shares: Shares;
	readonly walk: Walk;
	readonly curve: CurvePoint[];
}

/** Where a run stood at a checkpoint: plain JSON, to be stored and resumed in another process. */
export interface Snapshot {
	readonly version: 1;
	readonly best: WeekPlan;
	readonly current: WeekPlan;
	readonly random: readonly [number, number, number, number];
	readonly walk: Readonly<Walk>;
	readonly shares: Shares;
	readonly curve: readonly CurvePoint[];
}

/** Copies a run's state; cheap enough for every few seconds, not for every move. */
export function takeSnapshot(run: Run): Snapshot {
	return {
		version: 1,
		best: bestPlan(run),
		current: toPlan(run.state),
		random: run.random.state(),
		walk: { ...run.walk },
		shares: structuredClone(run.shares),
		curve: [...run.curve]
	};
}

/** The best plan of a run, without disturbing its current state. */
export function bestPlan(run: Pick<Run, 'state' | 'best'>): WeekPlan {
	const other = createState(run.state.instance, run.state.scale);
	restore(other, run.best);
	return toPlan(other);
}
