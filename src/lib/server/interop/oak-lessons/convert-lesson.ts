import * as v from 'valibot';
import type { LessonDraft, LessonMode } from './lesson-draft.ts';

const texts = v.optional(v.array(v.string()), []);

/** One line of `lessons.jsonl`. */
export const lessonSchema = v.object({
	id: v.pipe(v.string(), v.nonEmpty()),
	title: v.pipe(v.string(), v.nonEmpty()),
	subjects: texts,
	keyStages: texts,
	years: texts,
	units: texts,
	outcome: v.optional(v.string(), ''),
	keyLearningPoints: texts,
	misconceptions: v.optional(
		v.array(v.object({ statement: v.string(), correction: v.optional(v.string(), '') })),
		[]
	),
	keywords: texts,
	// Only web addresses: the value becomes a link.
	url: v.pipe(v.string(), v.url(), v.regex(/^https:\/\//u))
});
export type OakLesson = v.InferOutput<typeof lessonSchema>;

/** Years of England's key stages. */
const yearsOfStage: Readonly<Record<string, readonly [from: number, to: number]>> = {
	'early-years-foundation-stage': [0, 0],
	'key-stage-1': [1, 2],
	'key-stage-2': [3, 6],
	'key-stage-3': [7, 9],
	'key-stage-4': [10, 11]
};

/** A year group's number; null for a name that is none. */
export function yearOf(name: string): number | null {
	const found = /^(?:year-?)?(\d{1,2})$/iu.exec(name);
	const year = found ? Number(found[1]) : NaN;
	return year >= 1 && year <= 13 ? year : null;
}

/** Year 1 is the school year in which children turn six: age 5 to 6. */
function agesOf(lesson: OakLesson): LessonDraft['ages'] {
	const years = lesson.years.flatMap((name) => yearOf(name) ?? []);
	const stages = lesson.keyStages.flatMap((stage) => yearsOfStage[stage] ?? []);
	const from = years.length > 0 ? years : stages;
	return from.length === 0 ? null : { from: Math.min(...from) + 4, to: Math.max(...from) + 5 };
}

/** A lesson is a film with tasks; in these subjects the tasks are the larger part. */
const modeOfSubject: Readonly<Record<string, LessonMode>> = {
	english: 'read',
	mathematics: 'do',
	computing: 'do',
	languages: 'talk',
	citizenship: 'talk',
	'physical-education': 'move',
	music: 'make',
	'art-and-design': 'make',
	'design-and-technology': 'make',
	'food-and-nutrition': 'make'
};

const modeOf = ({ subjects: [subject = ''] }: OakLesson): LessonMode =>
	modeOfSubject[subject] ?? 'watch';

export const attribution =
	'Contains public sector information licensed under the Open Government Licence v3.0. Oak National Academy.';

/** A lesson as an opportunity draft; what the catalogue does not say stays unknown. */
export function convertLesson(lesson: OakLesson): LessonDraft {
	return {
		sourceId: lesson.id,
		kind: 'lesson',
		title: lesson.title,
		outcome: lesson.outcome.trim(),
		about: lesson.outcome.trim() || (lesson.keyLearningPoints[0] ?? lesson.title),
		subjects: lesson.subjects,
		keyStages: lesson.keyStages,
		years: lesson.years.flatMap((name) => yearOf(name) ?? []),
		ages: agesOf(lesson),
		place: 'online',
		mode: modeOf(lesson),
		company: 'alone',
		minutes: null,
		costMinor: 0,
		languages: ['en'],
		url: lesson.url,
		units: lesson.units,
		keyLearningPoints: lesson.keyLearningPoints,
		misconceptions: lesson.misconceptions,
		keywords: lesson.keywords,
		tags: lesson.units,
		provenance: 'Oak National Academy',
		licence: 'OGL v3.0',
		attribution
	};
}
