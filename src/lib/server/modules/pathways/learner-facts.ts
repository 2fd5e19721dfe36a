import type { Decline, LearnerContext } from '#engines/pathways/index.ts';
import { minutes, minorUnits } from '#engines/pathways/index.ts';
import type { AgeBand, Scope } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import { ageBandOf, ageOfGrade, ageOn, type ProfileKind } from '../people/index.ts';
import type { FactRow, ProfileWords } from './learner-facts.store.ts';
import { tagsIn } from './tags.ts';

const day = 86_400_000;
export const daysBetween = (from: Date, to: Date): number =>
	Math.max(0, Math.floor((to.getTime() - from.getTime()) / day));

/** Without a birth date or a grade, the middle of the band. */
const middleAge: Readonly<Record<AgeBand, number>> = { '5-7': 6, '8-11': 10, '12-18': 14 };

/** The most one thing may cost a family before somebody asks them, in minor units of the site's currency. */
const costCeiling = minorUnits(2000);

/** Names of languages as people write them, to the tags opportunities carry. */
const languageNames: readonly (readonly [RegExp, string])[] = [
	[/english|ingarihi/i, 'en'],
	[/m[aā]ori|te reo/i, 'mi'],
	[/samoan|sāmoa|gagana/i, 'sm'],
	[/tongan|lea faka/i, 'to'],
	[/arabic|العربية/i, 'ar'],
	[/mandarin|chinese|中文/i, 'zh'],
	[/hindi|हिन्दी/i, 'hi'],
	[/tagalog|filipino/i, 'tl'],
	[/korean|한국어/i, 'ko']
];

export interface LearnerFacts {
	readonly age: number;
	readonly band: AgeBand;
	readonly locale: string | null;
	readonly profile: readonly ProfileWords[];
	readonly declined: readonly Decline[];
}

/** What the database knows about a learner, as choosing needs it. */
export function toLearnerFacts(
	row: FactRow,
	{ now, today }: Pick<Scope, 'now' | 'today'>
): LearnerFacts {
	const facts = { override: row.band, birthDate: row.birthDate, grade: row.grade };
	const band = ageBandOf(facts, today);
	return {
		age: ageIn(row, today) ?? middleAge[band],
		band,
		locale: row.locale,
		profile: row.profile,
		declined: row.declined.map((decline) => ({
			opportunityId: decline.opportunityId,
			reason: decline.reason,
			daysAgo: daysBetween(new Date(decline.at), now),
			context: decline.context ?? decline.opportunityId,
			company: decline.company,
			place: decline.place,
			minutes: minutes(decline.minutes ?? 60),
			cost: minorUnits(decline.cost ?? 0)
		}))
	};
}

const ageIn = ({ birthDate, grade }: FactRow, today: SchoolDay): number | null =>
	birthDate ? ageOn(birthDate, today) : ageOfGrade(grade);

const saidIn = ({ profile }: LearnerFacts, kinds: readonly ProfileKind[]): string =>
	profile
		.filter((item) => kinds.includes(item.kind))
		.map((item) => item.words)
		.join(' \n ');

/** The words that opportunities are known by, as a vocabulary to find in what a learner says. */
export interface Vocabulary {
	readonly interests: ReadonlySet<string>;
	readonly supports: ReadonlySet<string>;
}

/** The part of the engine's learner that their profile gives. */
export function contextOf(
	facts: LearnerFacts,
	{ interests, supports }: Vocabulary
): Pick<
	LearnerContext,
	| 'age'
	| 'interests'
	| 'strengths'
	| 'supports'
	| 'languages'
	| 'reach'
	| 'costCeiling'
	| 'cannot'
	| 'declined'
> {
	const said = saidIn(facts, ['language']);
	const spoken = languageNames.flatMap(([name, tag]) => (name.test(said) ? [tag] : []));
	return {
		age: facts.age,
		interests: tagsIn(saidIn(facts, ['interest', 'driver', 'culture', 'aspiration']), interests),
		strengths: tagsIn(saidIn(facts, ['strength', 'learns-best']), interests),
		supports: { required: [], helpful: tagsIn(saidIn(facts, ['support']), supports) },
		languages: [...new Set([facts.locale ?? 'en', 'en', ...spoken])],
		reach: new Map(),
		costCeiling,
		cannot: [],
		declined: facts.declined
	};
}
