import {
	draftGoals,
	draftMessages,
	type DraftLine,
	type DraftParameter,
	type GoalDraft,
	type LastGoal,
	type ProfileItem
} from '#engines/pathways/index.ts';
import * as messages from '#lib/paraglide/messages.js';
import type { Scope } from '../../platform/access/index.ts';
import { chooseLocale, inLocale } from '../../platform/i18n/index.ts';
import { toId, type OutcomeId, type PersonId } from '../../platform/ids.ts';
import { listOutcomes, listStrands } from '../curriculum/index.ts';
import { learnerBeliefs, toPathwayBeliefs } from '../learner-model/index.ts';
import { listOpportunitiesFor, type OpportunityView } from '../opportunities/index.ts';
import { debtsOf, fringeAt, toGraph } from './engine-input.ts';
import { toLearnerFacts, type LearnerFacts } from './learner-facts.ts';
import { findFacts, listGraphRows, listRulesNow } from './learner-facts.store.ts';
import { tagsIn } from './tags.ts';

/** A drafted goal in words, each line with its source. */
export interface DraftInWords {
	readonly kind: GoalDraft['kind'];
	readonly outcomeIds: readonly OutcomeId[];
	readonly reviewWeeks: number;
	readonly lines: readonly (Omit<DraftLine, 'parameter'> & { readonly words: string })[];
}

/** The community looks at a plan again after so many weeks. */
const reviewWeeks = 6;
/** Offers are looked up for so many ready outcomes. */
const mostOutcomes = 16;

const draftKinds: Readonly<Partial<Record<string, ProfileItem['kind']>>> = {
	strength: 'strength',
	interest: 'interest',
	driver: 'driver',
	aspiration: 'aspiration',
	support: 'support'
};

/** A plan is read by family too, so a draft quotes only what the learner said to all of them. */
const audiences = ['teachers-and-family', 'everyone-with-me'];

function toProfile({ profile }: LearnerFacts, vocabulary: ReadonlySet<string>): ProfileItem[] {
	return profile.flatMap(({ itemId, kind, words }) => {
		const drafted = draftKinds[kind];
		if (!drafted) return [];
		const [tag] = tagsIn(words, vocabulary);
		return [{ id: itemId, kind: drafted, text: words, ...(tag !== undefined && { tag }) }];
	});
}

const toOffer = ({ opportunityId, builds, interests }: OpportunityView) => ({
	id: opportunityId,
	builds,
	interests
});

/**
 * Up to three goals a learner could have, in their language, composed from profile, beliefs, entitlement and what is
 * offered. Nothing is stored. The caller has checked that the plan may be drafted.
 */
export async function composeDrafts(
	scope: Scope,
	learnerId: PersonId,
	lastPlan: readonly LastGoal[]
): Promise<readonly DraftInWords[]> {
	const row = await findFacts(scope, learnerId, scope.now, audiences);
	if (!row) return [];
	const facts = toLearnerFacts(row, scope);
	const beliefs = toPathwayBeliefs(await learnerBeliefs(scope, learnerId));
	const rows = await listGraphRows(scope, 'all');
	const ready = fringeAt(rows, beliefs, facts.age).map((found) => found.outcomeId);
	const near = new Set([...ready, ...beliefs.keys()]);
	const today = scope.today;
	const debts = debtsOf(await listRulesNow(scope, facts.band, today), [], today);
	const offers = await listOpportunitiesFor(scope, {
		outcomeIds: ready.slice(0, mostOutcomes).map((id) => toId<OutcomeId>(id)),
		age: facts.age
	});
	const vocabulary = new Set(offers.flatMap((offer) => offer.interests));
	const drafts = draftGoals({
		profile: toProfile(facts, vocabulary),
		// What is for another age, and nobody has begun, is not drafted; the rest of the graph stays.
		graph: toGraph(rows.filter(({ id }) => near.has(id))),
		beliefs,
		debts,
		lastPlan,
		offered: offers.map(toOffer),
		reviewWeeks
	});
	return inWords(scope, drafts, facts, offers);
}

async function inWords(
	scope: Scope,
	drafts: readonly GoalDraft[],
	{ band, locale }: LearnerFacts,
	offers: readonly OpportunityView[]
): Promise<readonly DraftInWords[]> {
	const language = chooseLocale(locale);
	const parameters = drafts.flatMap(({ lines }) => lines.map((line) => line.parameter));
	const outcomeIds = parameters.flatMap((p) =>
		p.kind === 'outcome' ? [toId<OutcomeId>(p.outcomeId)] : []
	);
	const outcomes = await listOutcomes(scope, { outcomeIds }, { band, locale: language });
	const strands = parameters.some((p) => p.kind === 'strand') ? await listStrands(scope) : [];
	const names = new Map<string, string>([
		...outcomes.map((o) => [o.outcomeId, o.words] as const),
		...strands.map((s) => [s.strandId, s.name] as const),
		...offers.map((o) => [o.opportunityId, o.title] as const)
	]);
	return inLocale(language, () =>
		drafts.map(({ kind, outcomes: about, lines }) => ({
			kind,
			reviewWeeks,
			outcomeIds: about.map((id) => toId<OutcomeId>(id)),
			lines: lines.map(({ part, message, parameter, source }) => ({
				part,
				message,
				source,
				words: say(message, valueOf(parameter, names))
			}))
		}))
	);
}

function valueOf(parameter: DraftParameter, names: ReadonlyMap<string, string>): string {
	switch (parameter.kind) {
		case 'number':
			return String(parameter.value);
		case 'quote':
			return parameter.text;
		case 'outcome':
			return names.get(parameter.outcomeId) ?? '';
		case 'strand':
			return names.get(parameter.strandId) ?? '';
		case 'opportunity':
			return names.get(parameter.opportunityId) ?? '';
	}
}

function say(message: DraftLine['message'], value: string): string {
	// SAFETY: `draftMessages` lists the keys with their one parameter each; a test calls every one of them.
	const all = messages as unknown as Readonly<
		Record<string, (inputs: Readonly<Record<string, string>>) => string>
	>;
	const speak = all[message];
	if (!speak) throw new TypeError(`no message ${message}`);
	return speak({ [draftMessages[message]]: value });
}
