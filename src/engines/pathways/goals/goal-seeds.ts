import { beliefIn, fringe, owedOutcomes, pathTo } from '../graph/fringe.ts';
import type { OutcomeId } from '../units.ts';
import type { DraftGoalsInput, DraftLine, GoalPurpose, ProfileItem } from './goal-draft.ts';

/** The beginning of a goal: what it is about, and how much speaks for it. */
export interface GoalSeed {
	readonly kind: 'learning' | 'life';
	readonly purpose: GoalPurpose;
	readonly outcomes: readonly OutcomeId[];
	/** The statement, and lines that only this purpose has. */
	readonly lines: readonly DraftLine[];
	/** Higher is proposed first. */
	readonly priority: number;
}

/** How far the own belief must be above the system's for "show that I can" to be worth proposing. */
const ownLead = 0.25;

/** What each purpose starts from. What was promised comes first, then what is owed. */
const basePriority: Readonly<Record<GoalPurpose, number>> = {
	'carry-on': 90,
	owed: 80,
	aspire: 60,
	learn: 50,
	show: 45,
	refresh: 40,
	'find-out': 0
};

/** Every goal that could be drafted, best first; equal ones in teaching order. */
export function goalSeeds(input: DraftGoalsInput): readonly GoalSeed[] {
	const seeds = [
		...carryOn(input),
		...owed(input),
		...aspire(input),
		...learn(input),
		...show(input),
		...refresh(input)
	];
	return (seeds.length > 0 ? seeds : findOut(input)).sort((a, b) => b.priority - a.priority);
}

/** Points where something on offer meets the learner's words; an aspiration has a goal of its own. */
const meetingPoints: Readonly<Record<ProfileItem['kind'], number>> = {
	interest: 20,
	driver: 18,
	strength: 18,
	aspiration: 16,
	support: 0
};
/** Points where it is at least on offer. */
const offeredPoints = 8;

/** Points for what is on offer for an outcome, the most that one item of the profile gives. */
function offerPoints(outcomeId: OutcomeId, { offered, profile }: DraftGoalsInput): number {
	const builders = offered.filter((o) => o.builds.includes(outcomeId));
	const tags = new Set(builders.flatMap((o) => o.interests));
	const met = profile.filter((item) => item.tag !== undefined && tags.has(item.tag));
	const points = met.map((item) => meetingPoints[item.kind]);
	return Math.max(builders.length > 0 ? offeredPoints : 0, ...points);
}

function outcomeSeed(
	purpose: 'owed' | 'learn' | 'show' | 'refresh',
	outcomeId: OutcomeId,
	source: DraftLine['source'],
	extra: number
): GoalSeed {
	const statement: DraftLine = {
		part: 'statement',
		message: `pathways_draft_${purpose}`,
		parameter: { kind: 'outcome', outcomeId },
		source
	};
	const priority = basePriority[purpose] + extra;
	return { kind: 'learning', purpose, outcomes: [outcomeId], lines: [statement], priority };
}

function carryOn({ lastPlan, beliefs }: DraftGoalsInput): readonly GoalSeed[] {
	const open = lastPlan.filter(
		(goal) =>
			(goal.state === 'active' || goal.state === 'renegotiated') &&
			(goal.outcomes.length === 0 ||
				goal.outcomes.some((id) => beliefIn(beliefs, id).state !== 'secure'))
	);
	return open.map((goal) => ({
		kind: goal.outcomes.length > 0 ? 'learning' : 'life',
		purpose: 'carry-on',
		outcomes: goal.outcomes,
		priority: basePriority['carry-on'],
		lines: [
			{
				part: 'statement',
				message: 'pathways_draft_carry_on',
				parameter: { kind: 'quote', text: goal.statement },
				source: { kind: 'last-plan', goalId: goal.id }
			}
		]
	}));
}

function owed(input: DraftGoalsInput): readonly GoalSeed[] {
	const { graph, beliefs, debts } = input;
	const late = debts.filter((debt) => debt.lateShare > 0);
	return owedOutcomes(graph, fringe(graph, beliefs), late).map(({ outcomeId, ruleId }) => {
		const debt = late.find((d) => d.ruleId === ruleId);
		const points = offerPoints(outcomeId, input) + (debt?.lateShare ?? 0);
		const source = { kind: 'entitlement', ruleId } as const;
		const seed = outcomeSeed('owed', outcomeId, source, points);
		if (!debt) return seed;
		const parameter = { kind: 'strand', strandId: debt.strandId } as const;
		const why = { part: 'why', message: 'pathways_draft_why_owed', parameter, source } as const;
		return { ...seed, lines: [...seed.lines, why] };
	});
}

function aspire({ profile }: DraftGoalsInput): readonly GoalSeed[] {
	return profile
		.filter((item) => item.kind === 'aspiration')
		.map((item) => ({
			kind: 'life',
			purpose: 'aspire',
			outcomes: [],
			priority: basePriority.aspire,
			lines: [
				{
					part: 'statement',
					message: 'pathways_draft_aspire',
					parameter: { kind: 'quote', text: item.text },
					source: { kind: 'profile', itemId: item.id }
				}
			]
		}));
}

function learn(input: DraftGoalsInput): readonly GoalSeed[] {
	return fringe(input.graph, input.beliefs).map(({ outcomeId, readiness }) => {
		const begun = Number(beliefIn(input.beliefs, outcomeId).state === 'working-on');
		const points = offerPoints(outcomeId, input) + 4 * begun + readiness;
		return outcomeSeed('learn', outcomeId, { kind: 'fringe', outcomeId }, points);
	});
}

function show({ graph, beliefs }: DraftGoalsInput): readonly GoalSeed[] {
	return graph.outcomes.flatMap(({ id }) => {
		const { own, probability, state } = beliefIn(beliefs, id);
		const lead = own === undefined ? 0 : own - probability;
		if (lead < ownLead || state === 'secure') return [];
		return [outcomeSeed('show', id, { kind: 'own-belief', outcomeId: id }, 10 * lead)];
	});
}

function refresh({ graph, beliefs }: DraftGoalsInput): readonly GoalSeed[] {
	return graph.outcomes
		.filter(({ id }) => beliefIn(beliefs, id).state === 'due-a-refresh')
		.map(({ id }) => outcomeSeed('refresh', id, { kind: 'belief', outcomeId: id }, 0));
}

/** Nothing is known and nothing is ready: the way to the first outcome that is not likely yet. */
function findOut({ graph, beliefs }: DraftGoalsInput): GoalSeed[] {
	const first = graph.outcomes.find(({ id }) => pathTo(graph, beliefs, id).length > 0);
	if (!first) return [];
	const statement: DraftLine = {
		part: 'statement',
		message: 'pathways_draft_find_out',
		parameter: { kind: 'strand', strandId: first.strandId },
		source: { kind: 'belief', outcomeId: first.id }
	};
	const outcomes = [first.id];
	return [{ kind: 'learning', purpose: 'find-out', outcomes, lines: [statement], priority: 0 }];
}
