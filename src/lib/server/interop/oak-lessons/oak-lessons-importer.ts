import * as v from 'valibot';
import type { Report } from '../diagnostics/index.ts';
import { parseWith, type Importer } from '../importer.ts';
import { readJsonLines } from '../lines/index.ts';
import type { SourceFile } from '../text/index.ts';
import { convertLesson, lessonSchema, yearOf, type OakLesson } from './convert-lesson.ts';
import type { LessonDraft, LessonNoun, LessonPlan } from './lesson-draft.ts';

/** What is unusual about a lesson; none of it keeps the lesson out. */
function noteLesson(
	lesson: OakLesson,
	seen: ReadonlySet<string>,
	report: Report,
	place: { readonly file: string; readonly row: number }
): void {
	const outcome = lesson.outcome.trim();
	if (outcome === '') report.add('import.lessons.no-outcome', { ...place, field: 'outcome' });
	else if (!/^I can\b/u.test(outcome)) {
		report.add('import.lessons.not-first-person', { ...place, field: 'outcome' });
	}
	if (outcome !== '' && seen.has(outcome)) {
		report.add('import.lessons.repeated-outcome', { ...place, field: 'outcome' });
	}
	if (lesson.years.length === 0 || lesson.years.some((year) => yearOf(year) === null)) {
		report.add('import.lessons.unknown-year', { ...place, field: 'years' });
	}
}

/** Reads `lessons.jsonl` to opportunity drafts; all problems are reported, a repeated id is an error. */
export async function convertOakLessons(
	file: SourceFile,
	report: Report
): Promise<readonly LessonDraft[]> {
	const lessons: LessonDraft[] = [];
	const firstRow = new Map<string, number>();
	const outcomes = new Set<string>();
	for await (const { row, value } of readJsonLines(file, report)) {
		const place = { file: file.name, row };
		const parsed = v.safeParse(lessonSchema, value);
		if (!parsed.success) {
			for (const issue of parsed.issues) {
				const field = v.getDotPath(issue);
				report.add('import.lessons.not-a-lesson', { ...place, field }, { kind: 'text' });
			}
			continue;
		}
		const lesson = parsed.output;
		const earlier = firstRow.get(lesson.id);
		if (earlier !== undefined) {
			const unique = { kind: 'unique', firstRow: earlier } as const;
			report.add('import.lessons.duplicate-id', { ...place, field: 'id' }, unique);
			continue;
		}
		firstRow.set(lesson.id, row);
		noteLesson(lesson, outcomes, report, place);
		outcomes.add(lesson.outcome.trim());
		lessons.push(convertLesson(lesson));
	}
	return lessons;
}

const sum = (lessons: readonly LessonDraft[], size: (lesson: LessonDraft) => number) =>
	lessons.reduce((total, lesson) => total + size(lesson), 0);

function countLessons({ lessons }: LessonPlan): Readonly<Record<LessonNoun, number>> {
	return {
		lessons: lessons.length,
		keywords: sum(lessons, ({ keywords }) => keywords.length),
		misconceptions: sum(lessons, ({ misconceptions }) => misconceptions.length),
		tags: new Set(lessons.flatMap(({ tags }) => tags)).size
	};
}

/** Oak National Academy lessons, one a line: `lessons.jsonl` or `lessons.jsonl.gz`. */
export const oakLessonsImporter: Importer<'oak-lessons', LessonPlan, LessonNoun> = {
	kind: 'oak-lessons',
	endings: ['.jsonl', '.jsonl.gz'],
	accepts: (fileName) => /lessons.*\.jsonl(\.gz)?$/iu.test(fileName),
	parse: parseWith(async (input, options, report) => {
		const [file, another] = input.files;
		if (file === undefined || another !== undefined) {
			const expected = { kind: 'at-most', limit: 1, unit: 'files' } as const;
			report.add('import.file.not-recognised', { file: input.name }, expected);
			return null;
		}
		const lessons = await convertOakLessons(file, report);
		options.progress?.({ file: file.name, rows: lessons.length });
		return { source: 'oak', lessons };
	}, countLessons)
};
