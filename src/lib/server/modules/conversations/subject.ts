import type { RelationshipKind, Scope } from '../../platform/access/index.ts';
import type { PersonId, Uuid } from '../../platform/ids.ts';

/** What a thread hangs on: the learner's own home thread, or a goal, a work, a proposal of theirs. */
export const subjectKinds = ['home', 'goal', 'artefact', 'proposal'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** Names the subject; for `home` it is the learner. */
export type SubjectId = Uuid;
export interface Subject {
	readonly kind: SubjectKind;
	readonly id: SubjectId;
}

/** A subject as far as talk needs to know it. */
export interface OpenSubject {
	readonly learnerId: PersonId;
	/** What it is called, in the learner's words; null for the home thread. */
	readonly title: string | null;
	/** Whose relationship to the learner opens it; limited relationships open the home thread alone. */
	readonly openTo: readonly RelationshipKind[];
	/** Adults beside those: a mentor who promised something for this goal. */
	readonly alsoOpenTo: readonly PersonId[];
}

/**
 * The subjects among these ids that the acting person may see; the others are missing. The module that owns the
 * subjects answers: conversations knows neither goals nor works (the composition root wires it).
 */
export type FindSubjects = (
	scope: Scope,
	ids: readonly SubjectId[]
) => Promise<ReadonlyMap<SubjectId, OpenSubject>>;

export type SubjectPorts = Readonly<Record<Exclude<SubjectKind, 'home'>, FindSubjects>>;
