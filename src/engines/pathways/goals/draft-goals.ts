import { pathTo } from '../graph/fringe.ts';
import type { OutcomeId } from '../units.ts';
import type {
	DraftGoalsInput,
	DraftLine,
	DraftMessage,
	GoalDraft,
	OfferedStep,
	ProfileItem
} from './goal-draft.ts';
import { type GoalSeed, goalSeeds } from './goal-seeds.ts';

/** More goals than this is a list, not a plan. */
const mostGoals = 3;
/** Steps that a draft names; the learner adds their own. */
const mostSteps = 2;

/**
 * Up to three goal drafts, composed from the profile, beliefs, what is owed, the last plan and what is
 * offered. No two are about the same outcome, and no purpose comes twice while another is there.
 * Nothing here is wording: a line is a message key, its parameter and its source.
 */
export function draftGoals(input: DraftGoalsInput): readonly GoalDraft[] {
	const seeds = pickSeeds(goalSeeds(input));
	const whys = whyQueue(input);
	return seeds.map((seed) => {
		const why = takeWhy(seed, whys, input);
		return {
			kind: seed.kind,
			purpose: seed.purpose,
			outcomes: seed.outcomes,
			lines: [
				...seed.lines,
				...(why ? [profileLine('why', why)] : []),
				...successLines(seed),
				...stepLines(seed, why, input),
				...supportLines(input),
				reviewLine(input)
			]
		};
	});
}

/** Different purposes first, then further goals of a purpose already taken; never one outcome twice. */
function pickSeeds(seeds: readonly GoalSeed[]): readonly GoalSeed[] {
	const picked: GoalSeed[] = [];
	const isNew = (seed: GoalSeed) =>
		!picked.includes(seed) &&
		!picked.some((other) => other.outcomes.some((id) => seed.outcomes.includes(id)));
	for (const repeats of [false, true]) {
		for (const seed of seeds) {
			if (picked.length === mostGoals) return picked;
			const repeated = picked.some((other) => other.purpose === seed.purpose);
			if (isNew(seed) && (repeats || !repeated)) picked.push(seed);
		}
	}
	return picked;
}

/** What may stand as a reason, each used once: interests, then drivers, aspirations and strengths. */
function whyQueue({ profile }: DraftGoalsInput): ProfileItem[] {
	const kinds = ['interest', 'driver', 'aspiration', 'strength'] as const;
	return kinds.flatMap((kind) => profile.filter((item) => item.kind === kind));
}

/** The profile item that something on offer for these outcomes meets, or else the next unused one. */
function takeWhy(seed: GoalSeed, queue: ProfileItem[], input: DraftGoalsInput) {
	const tags = new Set(offersFor(seed.outcomes, input).flatMap((o) => o.interests));
	const meets = (item: ProfileItem) => item.tag !== undefined && tags.has(item.tag);
	const isStatement = (item: ProfileItem) =>
		seed.lines.some((l) => l.source.kind === 'profile' && l.source.itemId === item.id);
	const open = queue.filter((item) => !isStatement(item));
	const why = open.find(meets) ?? open[0];
	if (why) queue.splice(queue.indexOf(why), 1);
	return why;
}

function offersFor(
	outcomes: readonly OutcomeId[],
	{ offered }: DraftGoalsInput
): readonly OfferedStep[] {
	return offered.filter((o) => o.builds.some((id) => outcomes.includes(id)));
}

const profileMessages: Readonly<Record<ProfileItem['kind'], DraftMessage>> = {
	interest: 'pathways_draft_why_interest',
	driver: 'pathways_draft_why_driver',
	aspiration: 'pathways_draft_why_aspiration',
	strength: 'pathways_draft_why_strength',
	support: 'pathways_draft_support'
};

function profileLine(part: 'why' | 'support', item: ProfileItem): DraftLine {
	return {
		part,
		message: profileMessages[item.kind],
		parameter: { kind: 'quote', text: item.text },
		source: { kind: 'profile', itemId: item.id }
	};
}

function successLines({ outcomes }: GoalSeed): readonly DraftLine[] {
	return outcomes.slice(0, 1).map((outcomeId) => ({
		part: 'success',
		message: 'pathways_draft_success_can',
		parameter: { kind: 'outcome', outcomeId },
		source: { kind: 'belief', outcomeId }
	}));
}

/** What to look at first, then what is on offer, that which meets the reason before the rest. */
function stepLines(
	seed: GoalSeed,
	why: ProfileItem | undefined,
	input: DraftGoalsInput
): readonly DraftLine[] {
	const missing = seed.outcomes.flatMap((id) => pathTo(input.graph, input.beliefs, id));
	const first = missing.filter((id) => !seed.outcomes.includes(id)).slice(0, 1);
	const meets = (o: OfferedStep) => Number(why?.tag !== undefined && o.interests.includes(why.tag));
	const offers =
		seed.purpose === 'aspire'
			? input.offered.filter((o) =>
					aspirationTags(seed, input).some((t) => o.interests.includes(t))
				)
			: offersFor(seed.outcomes, input).toSorted((a, b) => meets(b) - meets(a));
	return [...first.map(firstStep), ...offers.map(offerStep)].slice(0, mostSteps);
}

function aspirationTags(seed: GoalSeed, { profile }: DraftGoalsInput): readonly string[] {
	const cited = seed.lines.flatMap((l) => (l.source.kind === 'profile' ? l.source.itemId : []));
	return profile.flatMap((item) => (cited.includes(item.id) ? (item.tag ?? []) : []));
}

function firstStep(outcomeId: OutcomeId): DraftLine {
	return {
		part: 'step',
		message: 'pathways_draft_step_first',
		parameter: { kind: 'outcome', outcomeId },
		source: { kind: 'belief', outcomeId }
	};
}

function offerStep({ id }: OfferedStep): DraftLine {
	return {
		part: 'step',
		message: 'pathways_draft_step_offer',
		parameter: { kind: 'opportunity', opportunityId: id },
		source: { kind: 'offer', opportunityId: id }
	};
}

function supportLines({ profile }: DraftGoalsInput): readonly DraftLine[] {
	return profile
		.filter((item) => item.kind === 'support')
		.map((item) => profileLine('support', item));
}

function reviewLine({ reviewWeeks }: DraftGoalsInput): DraftLine {
	return {
		part: 'review',
		message: 'pathways_draft_review',
		parameter: { kind: 'number', value: reviewWeeks },
		source: { kind: 'setting', name: 'review-weeks' }
	};
}
