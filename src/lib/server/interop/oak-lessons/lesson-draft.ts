export type LessonMode = 'read' | 'watch' | 'make' | 'do' | 'talk' | 'move';

/** An opportunity drafted from a lesson of a catalogue, in the words of the opportunity bank. */
export interface LessonDraft {
	/** The catalogue's own id; with the source it names the opportunity for ever. */
	readonly sourceId: string;
	readonly kind: 'lesson';
	readonly title: string;
	/** What a learner can do afterwards, in pupil words; empty where the catalogue has none. */
	readonly outcome: string;
	readonly about: string;
	readonly subjects: readonly string[];
	readonly keyStages: readonly string[];
	/** England's year groups 1 to 11. */
	readonly years: readonly number[];
	/** Usual ages in whole years, both ends included; null where neither year nor key stage says. */
	readonly ages: { readonly from: number; readonly to: number } | null;
	readonly place: 'online';
	/** What one mainly does in lessons of this subject; the catalogue does not say it of each lesson. */
	readonly mode: LessonMode;
	readonly company: 'alone';
	/** The catalogue gives no duration. */
	readonly minutes: null;
	readonly costMinor: 0;
	readonly languages: readonly ['en'];
	readonly url: string;
	readonly units: readonly string[];
	readonly keyLearningPoints: readonly string[];
	readonly misconceptions: readonly { readonly statement: string; readonly correction: string }[];
	readonly keywords: readonly string[];
	/** Topics that a person matches to outcomes: one a unit. */
	readonly tags: readonly string[];
	readonly provenance: string;
	readonly licence: string;
	readonly attribution: string;
}

export interface LessonPlan {
	readonly source: 'oak';
	readonly lessons: readonly LessonDraft[];
}

export type LessonNoun = 'lessons' | 'keywords' | 'misconceptions' | 'tags';
