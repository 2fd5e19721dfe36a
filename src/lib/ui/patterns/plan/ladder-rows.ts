import { m } from '#lib/paraglide/messages.js';
import type { LadderRow, RungNumber } from '../../components/ladder.ts';
import { check, clock, eye, goal, idea, pair, show } from '../../icons/index.ts';

const kinds = {
	goal: [m.plans_kind_goal, goal],
	activity: [m.plans_kind_activity, idea],
	demonstration: [m.plans_kind_demonstration, show],
	time: [m.plans_kind_time, clock],
	company: [m.plans_kind_company, pair],
	assessment: [m.plans_kind_assessment, check],
	audience: [m.plans_kind_audience, eye]
} as const;
const isKind = (kind: string): kind is keyof typeof kinds => Object.hasOwn(kinds, kind);

/** Who decides what, each kind of decision with its name and drawing. */
export const ladderRows = (
	ladder: readonly {
		readonly kind: string;
		readonly rung: RungNumber;
		readonly why?: string | null;
	}[]
): readonly LadderRow[] =>
	ladder.flatMap(({ kind, rung, why }) =>
		isKind(kind)
			? [{ id: kind, title: kinds[kind][0](), icon: kinds[kind][1], rung, note: why ?? undefined }]
			: []
	);
