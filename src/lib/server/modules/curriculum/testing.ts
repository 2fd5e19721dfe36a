import type { Actor, PersonActor, Role } from '../../platform/access/index.ts';
import type { CommunityId } from '../../platform/ids.ts';
import { newUuid } from '../../platform/ids.ts';
import type { NewFramework, NewOutcome } from './framework.ts';

const outcome = (sourceId: string, parentId: string | null = null): NewOutcome => ({
	sourceId,
	parentId,
	code: sourceId.toUpperCase(),
	statement: `Understand ${sourceId}`,
	kind: parentId === null ? 'group' : 'outcome',
	strandKey: 'number',
	ages: { from: 7, to: 9 }
});

/** A framework of one strand: a heading with halves, quarters and thirds, halves before quarters. */
export const smallFramework: NewFramework = {
	sourceId: 'small-framework',
	title: 'Fractions',
	creator: 'A test',
	version: '1',
	licence: null,
	attribution: null,
	shape: 'graph',
	strands: [{ key: 'number', name: 'Number', kind: 'subject' }],
	outcomes: [
		{
			...outcome('halves', 'fractions'),
			words: [{ band: '5-7', locale: 'en', words: 'I can share in two.' }]
		},
		outcome('fractions'),
		outcome('quarters', 'fractions'),
		outcome('thirds', 'fractions')
	],
	associations: [
		{ kind: 'precedes', fromId: 'halves', toId: 'quarters' },
		{ kind: 'is-child-of', fromId: 'halves', toId: 'fractions' }
	]
};

/** Somebody of the community with one role and no relationships. */
export const someone = (communityId: CommunityId, role: Role): PersonActor => ({
	kind: 'person',
	communityId,
	personId: newUuid(new Date(0)),
	memberships: [{ role, siteId: null }],
	relations: [],
	band: role === 'learner' ? '8-11' : null
});

export const testSystem = (communityId: CommunityId): Actor => ({
	kind: 'system',
	communityId,
	reason: 'a test'
});
