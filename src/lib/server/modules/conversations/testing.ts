import type { PersonActor, RelationLimit, RelationshipKind } from '../../platform/access/index.ts';
import type { TestApp } from '../../platform/db/testing.ts';
import { newUuid, toId, type PersonId, type Uuid } from '../../platform/ids.ts';
import { adultActor, learnerActor, addLearners } from '../evidence/testing.ts';
import { insertRelationships } from '../people/index.ts';
import { openTalk, type SubjectId } from './index.ts';

/** A new id for a thing of a test. */
export const testId = <Id extends Uuid>(): Id => newUuid<Id>(new Date());

/** A learner with everyone who may stand around them, as people and as actors. */
export interface Cast {
	readonly learner: PersonActor;
	readonly mother: PersonActor;
	readonly father: PersonActor;
	/** May only write to the learner. */
	readonly aunt: PersonActor;
	/** May not even do that. */
	readonly uncle: PersonActor;
	readonly teacher: PersonActor;
	readonly mentor: PersonActor;
	readonly home: { readonly kind: 'home'; readonly subjectId: SubjectId };
}

const around: readonly (readonly [string, RelationshipKind, readonly RelationLimit[]])[] = [
	['Mother', 'family-of', []],
	['Father', 'family-of', []],
	['Aunt', 'family-of', ['contact-only']],
	['Uncle', 'family-of', ['no-contact']],
	['Teacher', 'teaches', []],
	['Mentor', 'mentors', []]
];

/** Puts a learner and the adults around them into the community. */
export async function addCast(app: TestApp): Promise<Cast> {
	const names = ['Aroha', ...around.map(([name]) => name)];
	return app.changeAll(app.communityId, 'a test', async (scope) => {
		const [learnerId = testId<PersonId>(), ...adultIds] = await addLearners(scope, names);
		const relations = around.map(([, kind, limits], i) => ({
			kind,
			limits,
			adultId: adultIds[i] ?? testId<PersonId>(),
			learnerId,
			groupId: null,
			startsAt: new Date('2026-01-01T00:00:00Z'),
			endsAt: null,
			purpose: null,
			words: null
		}));
		await insertRelationships(scope, relations);
		const actorOf = (index: number): PersonActor => {
			const relation = relations[index];
			if (!relation) throw new RangeError('no such adult');
			const { kind, limits, adultId } = relation;
			const actor = adultActor(app.communityId, kind, learnerId);
			return { ...actor, personId: adultId, relations: [{ kind, learnerId, limits }] };
		};
		return {
			learner: learnerActor(app.communityId, learnerId),
			mother: actorOf(0),
			father: actorOf(1),
			aunt: actorOf(2),
			uncle: actorOf(3),
			teacher: actorOf(4),
			mentor: actorOf(5),
			home: { kind: 'home', subjectId: toId<SubjectId>(learnerId) }
		};
	});
}

/** Talk with nothing but home threads. */
const nothing = () => Promise.resolve(new Map());
export const homeTalk = openTalk({ goal: nothing, artefact: nothing, proposal: nothing });
