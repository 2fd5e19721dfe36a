import type { Actor, PersonActor, Relation, Scope } from '../../platform/access/index.ts';
import { newUuid, type CommunityId, type OutcomeId, type PersonId } from '../../platform/ids.ts';
import type { CurriculumTables, FrameworkId, StrandId } from '../curriculum/index.ts';
import { insertMemberships, insertPeople } from '../people/index.ts';

const newId = <Id extends PersonId | OutcomeId | FrameworkId | StrandId>() =>
	newUuid<Id>(new Date('2026-01-01T00:00:00Z'));

/** A learner as an actor: themself. */
export const learnerActor = (communityId: CommunityId, personId: PersonId): PersonActor => ({
	kind: 'person',
	communityId,
	personId,
	memberships: [{ role: 'learner', siteId: null }],
	relations: [],
	band: '12-18'
});

/** An adult who stands in one relationship to one learner. */
export const adultActor = (
	communityId: CommunityId,
	kind: Relation['kind'],
	learnerId: PersonId
): PersonActor => ({
	kind: 'person',
	communityId,
	personId: newId<PersonId>(),
	memberships: [
		{
			role: kind === 'teaches' ? 'teacher' : kind === 'family-of' ? 'family' : 'mentor',
			siteId: null
		}
	],
	relations: [{ kind, learnerId, limits: [] }],
	band: null
});

/** Somebody of the community who stands in no relationship to anyone. */
export const strangerActor = (communityId: CommunityId): Actor => ({
	kind: 'person',
	communityId,
	personId: newId<PersonId>(),
	memberships: [{ role: 'teacher', siteId: null }],
	relations: [],
	band: null
});

/** Learners as the test needs them: people with a membership. */
export async function addLearners(scope: Scope, names: readonly string[]): Promise<PersonId[]> {
	const people = names.map((called) => ({
		personId: newId<PersonId>(),
		givenName: called,
		familyName: 'Test',
		called,
		birthDate: null,
		grade: '07',
		band: '12-18' as const,
		sourceId: null
	}));
	await insertPeople(scope, people);
	await insertMemberships(
		scope,
		people.map(({ personId }) => ({
			personId,
			siteId: null,
			role: 'learner' as const,
			startsAt: new Date('2026-01-01T00:00:00Z'),
			endsAt: null
		}))
	);
	return people.map(({ personId }) => personId);
}

export interface TestStrand {
	readonly strandId: StrandId;
	readonly outcomeIds: readonly OutcomeId[];
}

/** A strand whose outcomes follow each other in a chain, each with a statement "I can <word>". */
export async function addStrand(
	scope: Scope,
	name: string,
	words: readonly string[]
): Promise<TestStrand> {
	const db = scope.tx.$extendTables<CurriculumTables>();
	const { communityId, now } = scope;
	const frameworkId = newId<FrameworkId>();
	const strandId = newId<StrandId>();
	const outcomeIds = words.map(() => newId<OutcomeId>());
	await db
		.insertInto('adopted_framework')
		.values({
			community_id: communityId,
			framework_id: frameworkId,
			shared_framework_id: null,
			title: name,
			shape: 'graph',
			licence: null,
			attribution: null,
			adopted_at: now
		})
		.execute();
	await db
		.insertInto('strand')
		.values({
			community_id: communityId,
			strand_id: strandId,
			framework_id: frameworkId,
			name,
			position: 1,
			kind: 'subject'
		})
		.execute();
	await db
		.insertInto('adopted_outcome')
		.values(
			words.map((word, position) => ({
				community_id: communityId,
				outcome_id: outcomeIds[position] ?? newId<OutcomeId>(),
				framework_id: frameworkId,
				strand_id: strandId,
				shared_outcome_id: null,
				parent_id: null,
				code: null,
				statement: `I can ${word}`,
				kind: 'outcome' as const,
				position,
				age_from: null,
				age_to: null
			}))
		)
		.execute();
	const pairs = outcomeIds.slice(1).map((to, i) => ({
		community_id: communityId,
		association_id: newUuid(now),
		kind: 'precedes' as const,
		from_outcome_id: outcomeIds[i] ?? to,
		to_outcome_id: to
	}));
	if (pairs.length > 0) await db.insertInto('adopted_association').values(pairs).execute();
	return { strandId, outcomeIds };
}
