import { LEVELS } from '#engines/organiser/index.ts';
import {
	lostAfterMs,
	slotParts,
	type RunPage,
	type RunReport,
	type RunView
} from '#lib/server/modules/organiser/index.ts';
import { sayDay } from '#lib/server/week-words.ts';
import type {
	FairnessView,
	LevelView,
	RelaxationView,
	RunCounts,
	CauseView
} from '#lib/ui/patterns/week/run-view.ts';

const [width, height, foot] = [120, 29, 33.5];
const round = (value: number): number => Math.round(10 * value) / 10;

/**
 * The curve of one level as steps, from the first week to where it is now. The first moves bring most, so time runs by its
 * square root. A level at which nothing was ever missing needs no drawing.
 */
function drawLevel(
	curve: NonNullable<RunView['curve']>,
	index: number,
	now: number
): LevelView['drawing'] {
	const last = curve.at(-1);
	if (!last || curve.length < 2) return null;
	const valueOf = (point: (typeof curve)[number]) => point.levels[index] ?? 0;
	const most = Math.max(now, ...curve.map(valueOf));
	const x = (moves: number) => round(width * Math.sqrt(moves / Math.max(1, last.moves)));
	const y = (value: number) => round(foot - (height * value) / most);
	const [first, ...rest] = curve;
	if (!first || most === 0) return null;
	const steps = rest.map((point) => `H${x(point.moves)}V${y(valueOf(point))}`).join('');
	// What is kept at the end is the best week with every free seat given: its last step.
	const line = `M0 ${y(valueOf(first))}${steps}V${y(now)}`;
	return { line, area: `${line}V${foot}H0z`, x: x(last.moves), y: y(now) };
}

/** Every level with where it began, where it is, and its curve. */
export function levelViews({
	curve,
	levels
}: Pick<RunView, 'curve' | 'levels'>): readonly LevelView[] {
	const points = curve ?? [];
	const now = levels ?? points.at(-1)?.levels ?? [];
	return LEVELS.map((key, index) => ({
		key,
		first: points[0]?.levels[index] ?? now[index] ?? 0,
		now: now[index] ?? 0,
		drawing: drawLevel(points, index, now[index] ?? 0)
	}));
}

/** Words for the ids of causes: people, offers, and slots as “Tuesday 8 December, Block 2”. */
export function namer({ names, calendar }: Pick<RunPage, 'names' | 'calendar'>, locale: string) {
	const slotWords = (id: string): string => {
		const { day, periodId } = slotParts(id);
		const period = calendar.periods.find((one) => one.periodId === periodId);
		return `${sayDay(day, locale)}, ${period?.name ?? ''}`;
	};
	return (id: string): string =>
		names.people.get(id) ??
		names.offers.get(id)?.title ??
		names.rooms.get(id)?.name ??
		(id.includes(' ') ? slotWords(id) : id);
}
type Namer = ReturnType<typeof namer>;

export const causeViews = ({ causes }: RunReport, name: Namer): readonly CauseView[] =>
	causes.map(({ code, ids, missing = 0 }) => ({ code, names: ids.map(name), missing }));

export const relaxationViews = (
	{ relaxations }: RunReport,
	name: Namer
): readonly RelaxationView[] =>
	relaxations.map((one) => ({
		kind: one.kind,
		offer: name(one.offer),
		when: name(one.slot),
		wishes: one.wishes,
		minutes: one.kind === 'section' ? one.adultMinutes : 0,
		adultToFind: one.kind === 'section' && one.adultToFind,
		roomToFind: one.kind === 'section' && one.roomToFind
	}));

export const countsView = ({ choices, noneOfThree, needs, criteria }: RunReport): RunCounts => ({
	choices,
	noneOfThree,
	needs,
	company: criteria.company,
	continuity: criteria.continuity,
	singleDays: criteria.singleDays,
	longRuns: criteria.longRuns,
	moves: criteria.moves,
	uncovered: criteria.uncovered,
	habitsBroken: criteria.habitsBroken
});

/** Whether nobody works on a run that is under way: the machine was stopped, and it goes on by itself. */
export const isInterrupted = (
	{ state, heartbeatAt }: Pick<RunView, 'state' | 'heartbeatAt'>,
	now: Date
): boolean =>
	state === 'running' &&
	(heartbeatAt === null || now.getTime() - heartbeatAt.getTime() > lostAfterMs);

export const fairnessView = ({ fairness, wishers }: RunReport): FairnessView => ({
	wishers,
	firstChoice: fairness.firstChoice,
	topThree: fairness.topThree,
	meanRank: fairness.meanRank,
	minimum: fairness.minimum,
	fifth: fairness.fifth,
	mean: fairness.mean,
	envyPairs: fairness.envyPairs
});
