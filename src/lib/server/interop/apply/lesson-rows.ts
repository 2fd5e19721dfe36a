import type { NewOpportunity } from '#lib/server/modules/opportunities/index.ts';
import type { LessonDraft } from '../oak-lessons/index.ts';

/** A lesson as the opportunity bank takes it. */
export const toNewOpportunity = (lesson: LessonDraft): NewOpportunity => ({
	sourceId: lesson.sourceId,
	kind: lesson.kind,
	title: lesson.title,
	about: lesson.about,
	place: lesson.place,
	mode: lesson.mode,
	company: lesson.company,
	context: lesson.subjects[0] ?? null,
	minutes: lesson.minutes,
	cost_minor: lesson.costMinor,
	currency: 'GBP',
	age_from: lesson.ages?.from ?? null,
	age_to: lesson.ages?.to ?? null,
	languages: lesson.languages,
	url: lesson.url,
	provenance: lesson.provenance,
	licence: lesson.licence,
	attribution: lesson.attribution,
	tags: lesson.tags,
	details: {
		subjects: lesson.subjects,
		outcome: lesson.outcome,
		keyPoints: lesson.keyLearningPoints,
		misconceptions: lesson.misconceptions,
		keywords: lesson.keywords
	}
});
