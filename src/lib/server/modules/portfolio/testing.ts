import type { Actor, PersonActor, RelationshipKind } from '../../platform/access/index.ts';
import type { TestApp } from '../../platform/db/testing.ts';
import { newUuid, type PersonId, type Uuid } from '../../platform/ids.ts';
import { placeRungs, type Rung } from '../agency/index.ts';
import { addLearners, adultActor, learnerActor, strangerActor } from '../evidence/testing.ts';
import { insertRelationships } from '../people/index.ts';
import {
	addWork,
	askFeedback,
	getWork,
	giveFeedback,
	type AddWorkInput,
	type ArtefactId,
	type FeedbackId,
	type RequestId,
	type RevisionKey
} from './index.ts';

/** A new id for a thing of a test. */
export const id = <Id extends Uuid>(): Id => newUuid<Id>(new Date());

export interface Cast {
	readonly learnerId: PersonId;
	readonly learner: PersonActor;
	readonly teacher: PersonActor;
	readonly family: PersonActor;
	readonly mentor: PersonActor;
	/** Each may not: nobody in a relationship, another learner, a teacher of that other learner. */
	readonly outsiders: readonly Actor[];
}

/** A learner at a rung for audiences and showing, with adults in each relationship, and people who are in none. */
export async function cast(app: TestApp, rung: Rung = 3): Promise<Cast> {
	return app.changeAll(app.communityId, 'a test', async (scope) => {
		const names = ['Aroha', 'Hine', 'Mere', 'Nikau', 'Tui'];
		const [learnerId = id<PersonId>(), ...rest] = await addLearners(scope, names);
		const [teacherId = learnerId, familyId = learnerId, mentorId = learnerId, otherId = learnerId] =
			rest;
		const adults: readonly (readonly [RelationshipKind, PersonId])[] = [
			['teaches', teacherId],
			['family-of', familyId],
			['mentors', mentorId]
		];
		await insertRelationships(
			scope,
			adults.map(([kind, adultId]) => ({
				kind,
				adultId,
				learnerId,
				groupId: null,
				startsAt: new Date('2026-01-01T00:00:00Z'),
				endsAt: null,
				limits: [],
				purpose: null,
				words: null
			}))
		);
		await placeRungs(
			scope,
			(['audience', 'demonstration'] as const).map((kind) => ({
				learnerId,
				kind,
				rung,
				since: scope.now,
				why: 'we agreed',
				agreedBy: []
			}))
		);
		const adult = (kind: RelationshipKind, personId: PersonId): PersonActor => ({
			...adultActor(app.communityId, kind, learnerId),
			personId
		});
		return {
			learnerId,
			learner: learnerActor(app.communityId, learnerId),
			teacher: adult('teaches', teacherId),
			family: adult('family-of', familyId),
			mentor: adult('mentors', mentorId),
			outsiders: [
				strangerActor(app.communityId),
				learnerActor(app.communityId, otherId),
				adultActor(app.communityId, 'teaches', otherId)
			]
		};
	});
}

/** A work as its form would send it. */
export const work = (more: Partial<AddWorkInput> = {}): AddWorkInput => ({
	id: id<ArtefactId>(),
	title: 'Every gear on the bike',
	words: 'Front 46 or 34.',
	alt: null,
	link: null,
	place: 'community',
	madeOn: undefined,
	audience: 'teachers-and-family',
	goalId: undefined,
	'outcomeIds[]': [],
	reflection: null,
	files: [],
	...more
});

/** Adds a work, and gives its id. */
export async function addAs(
	app: TestApp,
	actor: Actor,
	more: Partial<AddWorkInput> = {}
): Promise<ArtefactId> {
	const input = work(more);
	const added = await app.change(actor, (scope) => addWork(scope, input));
	if (!added.ok) throw new Error(added.error.code);
	return input.id;
}

export async function seen(
	app: TestApp,
	actor: Actor,
	learnerId: PersonId,
	artefactId: ArtefactId
) {
	return app.read(actor, (scope) => getWork(scope, learnerId, artefactId));
}

export async function mustSee(
	app: TestApp,
	actor: Actor,
	learnerId: PersonId,
	artefactId: ArtefactId
) {
	const found = await seen(app, actor, learnerId, artefactId);
	if (!found) throw new Error('the work is not there');
	return found;
}

export const askAs = (
	app: TestApp,
	{ learner }: Cast,
	artefactId: ArtefactId,
	...asked: readonly PersonActor[]
) => askOf(app, learner, artefactId, asked);

/** Asks these adults what a learner wants to know about a work. */
export async function askOf(
	app: TestApp,
	actor: Actor,
	artefactId: ArtefactId,
	asked: readonly PersonActor[]
) {
	const requestId = id<RequestId>();
	const result = await app.change(actor, (scope) =>
		askFeedback(scope, {
			id: requestId,
			artefactId,
			'askedIds[]': asked.map(({ personId }) => personId),
			wantsToKnow: 'Is it clear?'
		})
	);
	return { requestId, result };
}

export async function giveAs(
	app: TestApp,
	actor: Actor,
	artefactId: ArtefactId,
	requestId?: RequestId
) {
	const feedbackId = id<FeedbackId>();
	const result = await app.change(actor, (scope) =>
		giveFeedback(scope, {
			id: feedbackId,
			artefactId,
			requestId,
			worksWell: 'The order is right.',
			question: null,
			nextStep: 'Say it in pedal turns.',
			level: undefined,
			'outcomeIds[]': []
		})
	);
	return { feedbackId, result };
}

/** What is changed in a work. */
export const revision = (artefactId: ArtefactId, from: number, becauseOf?: FeedbackId) => ({
	id: id<RevisionKey>(),
	artefactId,
	revision: from,
	words: 'One turn of the pedals turns the wheel 4.18 times.',
	alt: null,
	link: null,
	dropFiles: false,
	changed: 'I said what it means.',
	becauseOf,
	files: []
});

export const notFound = { ok: false, error: { code: 'portfolio.not-found' } };
