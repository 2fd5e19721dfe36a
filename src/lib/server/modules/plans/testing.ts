import type { Actor, PersonActor } from '../../platform/access/index.ts';
import type { TestApp } from '../../platform/db/testing.ts';
import { newUuid, type PersonId, type Uuid } from '../../platform/ids.ts';
import { placeRungs, type Rung } from '../agency/index.ts';
import { addLearners, adultActor, learnerActor, strangerActor } from '../evidence/testing.ts';

/** A new id for a thing of a test. */
export const testId = <Id extends Uuid>(): Id => newUuid<Id>(new Date());

/** What a goal of a test says beside its words: nothing. */
export const says = {
	why: null,
	successCriteria: null,
	supports: null,
	reviewOn: null,
	'outcomeIds[]': []
};

export interface Cast {
	readonly learnerId: PersonId;
	readonly learner: PersonActor;
	readonly teacher: PersonActor;
}

/** A learner at a rung for goals and activities, with a teacher of their own. */
export async function castAt(app: TestApp, rung: Rung): Promise<Cast> {
	return app.changeAll(app.communityId, 'a test', async (scope) => {
		const [learnerId = testId<PersonId>(), teacherId = learnerId] = await addLearners(scope, [
			'Aroha',
			'Hine'
		]);
		await placeRungs(
			scope,
			(['goal', 'activity'] as const).map((kind) => ({
				learnerId,
				kind,
				rung,
				since: scope.now,
				why: 'we agreed',
				agreedBy: []
			}))
		);
		return {
			learnerId,
			learner: learnerActor(app.communityId, learnerId),
			teacher: { ...adultActor(app.communityId, 'teaches', learnerId), personId: teacherId }
		};
	});
}

/** Each in no relation to anybody of another cast: nobody in particular, a learner, their teacher, their family. */
export async function outsiders(app: TestApp): Promise<readonly Actor[]> {
	const other = await castAt(app, 2);
	return [
		strangerActor(app.communityId),
		other.learner,
		other.teacher,
		adultActor(app.communityId, 'family-of', other.learnerId)
	];
}
