import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type {
	Actor,
	PersonActor,
	Relation,
	RelationLimit,
	RelationshipKind,
	Role,
	Rule
} from './platform/access/index.ts';
import { newUuid, type CommunityId, type PersonId } from './platform/ids.ts';

// Everybody who can stand to a learner, or not: the rows of the matrices of policies.

const moment = new Date('2026-03-02T00:00:00Z');
export const communityId = newUuid<CommunityId>(moment);
export const learnerId = newUuid<PersonId>(moment);
export const otherId = newUuid<PersonId>(moment);
export const thirdId = newUuid<PersonId>(moment);

export const person = (
	role: Role | null,
	relations: readonly Relation[] = [],
	personId = newUuid<PersonId>(moment)
): PersonActor => ({
	kind: 'person',
	communityId,
	personId,
	memberships: role ? [{ role, siteId: null }] : [],
	relations,
	band: role === 'learner' ? '8-11' : null
});

export const towards = (
	kind: RelationshipKind,
	limits: readonly RelationLimit[] = [],
	to = learnerId
): readonly Relation[] => [{ kind, learnerId: to, limits }];

/** Those who stand in no relation to the learner, and hold no role that opens everyone. */
export const unrelated = {
	'nobody in particular': person(null),
	'teacher of another': person('teacher', towards('teaches', [], otherId)),
	'family of another': person('family', towards('family-of', [], otherId)),
	'another learner': person('learner', [], otherId),
	'who was a learner': person('family', [], learnerId),
	'no contact': person('family', towards('family-of', ['no-contact'])),
	'both limits': person('family', towards('family-of', ['contact-only', 'no-contact'])),
	'teaches, no contact': person('teacher', towards('teaches', ['no-contact'])),
	council: person('council')
} as const;

export const actors = {
	self: person('learner', [], learnerId),
	teaches: person('teacher', towards('teaches')),
	supports: person('support', towards('supports')),
	family: person('family', towards('family-of')),
	'contact only': person('family', towards('family-of', ['contact-only'])),
	mentors: person('mentor', towards('mentors')),
	leader: person('leader'),
	administrator: person('administrator'),
	system: { kind: 'system', communityId, reason: 'a test' },
	...unrelated
} as const satisfies Readonly<Record<string, Actor>>;

export type Name = keyof typeof actors;
export const everyone = Object.entries(actors) as readonly (readonly [Name, Actor])[]; // SAFETY: the keys of `actors` are its names.
export const names: readonly Name[] = everyone.map(([name]) => name);
export const atSchool: readonly Name[] = ['teaches', 'supports'];

/** A list of sentences. */
export const isRule = (value: unknown): value is Rule =>
	Array.isArray(value) &&
	value.every((each: unknown) => typeof each === 'object' && each !== null && 'by' in each);

async function exportedBy(path: string): Promise<readonly (readonly [string, unknown])[]> {
	const exported: object = await import(/* @vite-ignore */ path);
	const module = basename(path, '.policy.ts');
	return Object.entries(exported).map(([name, value]) => [`${module}/${name}`, value] as const);
}

/** Everything that the policies of the modules export, as `module/name`. */
export async function exportedByPolicies(): Promise<readonly (readonly [string, unknown])[]> {
	const folder = join(import.meta.dirname, 'modules');
	const files = globSync('*/*.policy.ts', { cwd: folder }).toSorted();
	return (await Promise.all(files.map((file) => exportedBy(join(folder, file))))).flat();
}
