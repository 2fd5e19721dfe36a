import {
	listOutcomes,
	listStrands,
	type StrandId,
	type StrandView
} from '#lib/server/modules/curriculum/index.ts';
import {
	classEvidence,
	lastAct,
	observationLevelOf,
	type ClassEvidenceView,
	type ObservationLevel
} from '#lib/server/modules/evidence/index.ts';
import {
	classStandings,
	isGoingOn,
	shortTitle,
	type BeliefMap,
	type ClassStandings,
	type PlaceState
} from '#lib/server/modules/learner-model/index.ts';
import { listLearners, teachLearner, type LearnerView } from '#lib/server/modules/people/index.ts';
import { planStatesOf, type PlanStateView } from '#lib/server/modules/plans/index.ts';
import { learnersFor, type AgeBand, type Scope } from '#lib/server/platform/access/index.ts';
import type { GroupId, OutcomeId, PersonId } from '#lib/server/platform/ids.ts';
import { matterOf, mattersMost, type Matter } from './matter.ts';

/** What a page's address asks for; what is not there falls back to what matters most. */
export interface WhichClass {
	readonly groupId: GroupId | null;
	readonly strandId: StrandId | null;
	/** Which five outcomes of the strand, from 1. */
	readonly page: number | null;
}

export interface CellView {
	readonly state: PlaceState;
	/** What an adult saw in the last four weeks. */
	readonly seen: ObservationLevel | null;
}

export interface RowView {
	readonly personId: PersonId;
	readonly name: string;
	readonly matter: Matter | null;
	/** One for each outcome of the page. */
	readonly cells: readonly CellView[];
}

const columns = 5;
/** Three lines over a column. */
const longestTitle = 52;
/** A class fits on a page; whoever teaches more starts with one of their classes. */
const mostRows = 32;

function classesOf(learners: readonly LearnerView[]) {
	const found = new Map<GroupId, { groupId: GroupId; name: string; count: number }>();
	for (const { groupId, name } of learners.flatMap(({ groups }) => groups))
		found.set(groupId, { groupId, name, count: (found.get(groupId)?.count ?? 0) + 1 });
	return [...found.values()];
}

/** The class asked for; without one, everyone where they fit, else the largest class. */
function chosenClass(learners: readonly LearnerView[], { groupId }: WhichClass) {
	const classes = classesOf(learners);
	const asked = classes.find((one) => one.groupId === groupId);
	const largest = classes.toSorted((a, b) => b.count - a.count)[0];
	const open = asked ?? (learners.length > mostRows ? largest : undefined);
	const inside = (learner: LearnerView) =>
		!open || learner.groups.some((group) => group.groupId === open.groupId);
	return { classes, open, learners: learners.filter(inside).slice(0, mostRows) };
}

/** The age most of a class is of, for the words of outcomes. */
function bandOfClass(learners: readonly LearnerView[]): AgeBand {
	const count = (band: AgeBand) => learners.filter((one) => one.band === band).length;
	const bands: readonly AgeBand[] = ['12-18', '8-11', '5-7'];
	return bands.toSorted((a, b) => count(b) - count(a))[0] ?? '12-18';
}

/** The strand on which most is going on, else the first there is. */
function chosenStrand(
	strands: readonly StrandView[],
	asked: StrandId | null,
	standings: ClassStandings
) {
	const find = (id: StrandId | null) => strands.find(({ strandId }) => strandId === id);
	return find(asked) ?? find(standings.liveliest) ?? strands[0];
}

interface Titled {
	readonly outcomeId: OutcomeId;
	readonly title: string;
	readonly words: string;
}

/** Five outcomes in teaching order: those asked for, else those on which most is going on. */
function chosenFive(
	outcomes: readonly Titled[],
	beliefs: ReadonlyMap<PersonId, BeliefMap>,
	asked: number | null
) {
	const pages = Math.max(1, Math.ceil(outcomes.length / columns));
	const of = (page: number) => outcomes.slice((page - 1) * columns, page * columns);
	const weight = (page: number) =>
		of(page).reduce((sum, { outcomeId }) => sum + livelyIn(beliefs, outcomeId), 0);
	const every = Array.from({ length: pages }, (_, i) => i + 1);
	const liveliest = every.toSorted((a, b) => weight(b) - weight(a))[0] ?? 1;
	const page = asked === null ? liveliest : Math.min(pages, Math.max(1, asked));
	return { pages, page, shown: of(page) };
}

const livelyIn = (beliefs: ReadonlyMap<PersonId, BeliefMap>, outcomeId: OutcomeId): number =>
	[...beliefs.values()].filter((map) => isGoingOn(map.get(outcomeId)?.state ?? 'unexplored'))
		.length;

interface Known {
	readonly beliefs: ReadonlyMap<PersonId, BeliefMap>;
	readonly plans: ReadonlyMap<PersonId, PlanStateView>;
	readonly evidence: ReadonlyMap<PersonId, ClassEvidenceView>;
}

function toRow(
	scope: Scope,
	{ personId, fullName }: LearnerView,
	shown: readonly Titled[],
	{ beliefs, plans, evidence }: Known
): RowView {
	const lastAt = evidence.get(personId)?.lastAt ?? null;
	const seen = evidence.get(personId)?.seen ?? [];
	return {
		personId,
		name: fullName,
		matter: matterOf({ plan: plans.get(personId), lastAt, now: scope.now }),
		cells: shown.map(({ outcomeId }) => {
			const level = seen.find((one) => one.outcomeId === outcomeId)?.level;
			return {
				state: beliefs.get(personId)?.get(outcomeId)?.state ?? 'unexplored',
				seen: level === undefined ? null : observationLevelOf(level)
			};
		})
	};
}

/**
 * A class beside five outcomes: how each learner stands, what an adult saw, what matters now. Seven statements. Only
 * the learners whom the actor teaches or supports are in it.
 */
export async function loadClassPage(scope: Scope, which: WhichClass, locale: string) {
	const mine = await listLearners(scope, learnersFor(scope.actor, teachLearner));
	const { classes, open: group, learners } = chosenClass(mine, which);
	const ids = learners.map(({ personId }) => personId);
	const [standings, strands, plans, act] = await Promise.all([
		classStandings(scope, ids),
		listStrands(scope),
		planStatesOf(scope, ids),
		lastAct(scope)
	]);
	const strand = chosenStrand(strands, which.strandId, standings);
	const wording = { band: bandOfClass(learners), locale };
	const listed = strand
		? await listOutcomes(scope, { strandId: strand.strandId }, wording)
		: await listOutcomes(scope, { outcomeIds: [] }, wording);
	const titled = listed.map(({ outcomeId, words }) => ({
		outcomeId,
		title: shortTitle(words, longestTitle),
		words
	}));
	const five = chosenFive(titled, standings.beliefs, which.page);
	const outcomeIds = five.shown.map(({ outcomeId }) => outcomeId);
	const evidence = await classEvidence(scope, ids, outcomeIds);
	const rows = learners.map((learner) =>
		toRow(scope, learner, five.shown, { beliefs: standings.beliefs, plans, evidence })
	);
	return {
		classes: classes.map(({ groupId, name }) => ({ groupId, name })),
		groupId: group?.groupId ?? null,
		groupName: group?.name ?? null,
		strands: strands.map(({ strandId, name }) => ({ strandId, name })),
		strandId: strand?.strandId ?? null,
		outcomes: five.shown,
		page: five.page,
		pages: five.pages,
		rows,
		summary: mattersMost(rows),
		act
	};
}
