import { expect, test } from 'vitest';
import type { PersonActor, Relation } from '../../platform/access/index.ts';
import { newUuid, type CommunityId, type PersonId } from '../../platform/ids.ts';
import { audiencesFor, viewpointOf } from './profile.ts';

const learnerId = newUuid<PersonId>(new Date(0));
const actor = (relations: readonly Relation[]): PersonActor => ({
	kind: 'person',
	communityId: newUuid<CommunityId>(new Date(0)),
	personId: newUuid<PersonId>(new Date(0)),
	memberships: [],
	relations,
	band: null
});

test('each viewpoint opens exactly its audiences', () => {
	expect(audiencesFor('self')).toEqual([
		'me',
		'teachers',
		'teachers-and-family',
		'everyone-with-me'
	]);
	expect(audiencesFor('teacher')).toEqual(['teachers', 'teachers-and-family', 'everyone-with-me']);
	expect(audiencesFor('family')).toEqual(['teachers-and-family', 'everyone-with-me']);
	expect(audiencesFor('other')).toEqual(['everyone-with-me']);
});

test('a relationship gives a viewpoint, a limited one or none gives nothing', () => {
	expect(viewpointOf(actor([{ kind: 'teaches', learnerId, limits: [] }]), learnerId)).toBe(
		'teacher'
	);
	expect(viewpointOf(actor([{ kind: 'family-of', learnerId, limits: [] }]), learnerId)).toBe(
		'family'
	);
	expect(viewpointOf(actor([{ kind: 'mentors', learnerId, limits: [] }]), learnerId)).toBe('other');
	expect(
		viewpointOf(actor([{ kind: 'family-of', learnerId, limits: ['contact-only'] }]), learnerId)
	).toBeNull();
	expect(viewpointOf(actor([]), learnerId)).toBeNull();
	expect(viewpointOf({ ...actor([]), personId: learnerId }, learnerId)).toBe('self');
});
