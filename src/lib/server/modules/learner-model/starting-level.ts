import type { AgeBand } from '../../platform/access/index.ts';
import type { OutcomeId } from '../../platform/ids.ts';
import type { BeliefView } from './belief-view.ts';

/** The ages an outcome is usually learnt at; null where it does not say. */
export interface Ages {
	readonly ageFrom: number | null;
	readonly ageTo: number | null;
}

/** Where outcomes stand between the youngest and the oldest of a strand, and how to find a learner among them. */
export interface AgeScale {
	/** 0 = the start of the strand, 1 = its end; only for outcomes that say an age. */
	readonly places: Readonly<Record<OutcomeId, number>>;
	placeOf(age: number): number;
}

/** A strand of fewer years than this is no longer way: a month's difference must not look like a year's. */
const leastYears = 6;

/** Reads the ages of a strand as places; undefined where too few outcomes say one. */
export function ageScale(
	ids: readonly OutcomeId[],
	outcomes: ReadonlyMap<OutcomeId, Ages>
): AgeScale | undefined {
	const aged = ids.flatMap((id) => {
		const age = middleOf(outcomes.get(id));
		return age === null ? [] : [[id, age] as const];
	});
	if (aged.length === 0 || aged.length < ids.length / 2) return undefined;
	const ages = aged.map(([, age]) => age);
	const start = Math.min(...ages);
	const years = Math.max(leastYears, Math.max(...ages) - start);
	const placeOf = (age: number) => Math.min(1, Math.max(0, (age - start) / years));
	return { placeOf, places: Object.fromEntries(aged.map(([id, age]) => [id, placeOf(age)])) };
}

function middleOf({ ageFrom, ageTo }: Ages = { ageFrom: null, ageTo: null }): number | null {
	if (ageFrom === null) return ageTo;
	return ageTo === null ? ageFrom : (ageFrom + ageTo) / 2;
}

/** The age to begin from where nobody told one: the middle of the band. */
export const ageOfBand: Readonly<Record<AgeBand, number>> = { '5-7': 6, '8-11': 9.5, '12-18': 14 };

/** How far a learner may be from their age, and how sharply one outcome tells: in parts of the way. */
const byAge = 0.15;
const byOutcome = 0.08;

/**
 * The place along a strand where a learner seems to be: by their age, moved by what is believed of outcomes they have
 * shown. The mode of a normal prior around the age and a logistic likelihood of each belief, read off a grid.
 */
export function startingLevel(
	scale: AgeScale,
	age: number,
	beliefs: readonly Pick<BeliefView, 'outcomeId' | 'probability' | 'evidence'>[]
): number {
	const expected = scale.placeOf(age);
	const shown = beliefs.filter(({ evidence }) => evidence > 0);
	const worth = (level: number) =>
		shown.reduce(
			(sum, { outcomeId, probability }) =>
				sum + fit(level, scale.places[outcomeId], probability >= there),
			-((level - expected) ** 2) / (2 * byAge ** 2)
		);
	return grid.reduce((best, level) => (worth(level) > worth(best) ? level : best), expected);
}

const there = 0.65;
const grid = Array.from({ length: 51 }, (_, n) => n / 50);

function fit(level: number, place: number | undefined, can: boolean): number {
	if (place === undefined) return 0;
	const ahead = ((level - place) / byOutcome) * (can ? 1 : -1);
	return -Math.log1p(Math.exp(-ahead));
}
