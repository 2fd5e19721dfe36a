/** Lessons of Oak National Academy (OGL v3.0) as opportunity drafts. */
export { oakLessonsImporter } from './oak-lessons-importer.ts';
export type { LessonDraft, LessonNoun, LessonPlan } from './lesson-draft.ts';
