import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Actor, PersonActor, Scope } from '../../../platform/access/index.ts';
import { listDecisionsAbout } from '../../../platform/audit/index.ts';
import { createTestApp, type TestApp } from '../../../platform/db/testing.ts';
import { newUuid, type OutcomeId, type PersonId } from '../../../platform/ids.ts';
import type { Failure, Result } from '../../../platform/result.ts';
import type { ItemId } from '../../curriculum/index.ts';
import {
	classEvidence,
	lastAct,
	recordExternal,
	recordJudgement,
	recordMark,
	recordMarks,
	recordObservation,
	recordResponse,
	recordSelfAssessment,
	takeBackMarks,
	withdrawEvidence,
	type EvidenceId,
	type Mark,
	type RecordObservationInput
} from '../index.ts';
import { addLearners, addStrand, adultActor, learnerActor, strangerActor } from '../testing.ts';

let app: TestApp;
let outcomes: readonly OutcomeId[];

type Ask = (scope: Scope) => Promise<Result<unknown, Failure<string>>>;

interface ClassOfTwo {
	readonly first: PersonId;
	readonly second: PersonId;
	readonly teacher: PersonActor;
}

async function classOfTwo(): Promise<ClassOfTwo> {
	const [first, second] = await app.changeAll(app.communityId, 'a test', (scope) =>
		addLearners(scope, ['Aroha', 'Finn'])
	);
	if (!first || !second) throw new Error('two learners were added');
	const teacher = adultActor(app.communityId, 'teaches', first);
	const both = [...teacher.relations, { kind: 'teaches' as const, learnerId: second, limits: [] }];
	return { first, second, teacher: { ...teacher, relations: both } };
}

const newKey = () => newUuid<EvidenceId>(new Date());
const outcomeAt = (index: number): OutcomeId => {
	const found = outcomes[index];
	if (!found) throw new Error('no such outcome');
	return found;
};
const mark = (learnerId: PersonId, level: Mark['level'], outcome = 0): Mark => ({
	id: newKey(),
	learnerId,
	outcomeId: outcomeAt(outcome),
	level
});
const record = (actor: Actor, marks: readonly Mark[]) =>
	app.change(actor, (scope) => recordMarks(scope, { 'marks[]': [...marks] }));
const takeBack = (actor: Actor, marks: readonly Pick<Mark, 'learnerId' | 'id'>[]) =>
	app.change(actor, (scope) =>
		takeBackMarks(scope, {
			'events[]': marks.map(({ learnerId, id }) => ({ learnerId, eventId: id }))
		})
	);
const seenBy = async (actor: Actor, learnerId: PersonId) =>
	(await app.read(actor, (scope) => classEvidence(scope, [learnerId], outcomes))).get(learnerId);
const refused = { ok: false, error: { code: 'evidence.not-found' } };

beforeAll(async () => {
	app = await createTestApp(inject('database'));
	const strand = await app.changeAll(app.communityId, 'a test', (scope) =>
		addStrand(scope, 'Fractions', ['share', 'compare', 'add'])
	);
	outcomes = strand.outcomeIds;
});
afterAll(() => app.close());

test('several cells in one go: each counts once however often it is sent, and is in the log', async () => {
	const { first, second, teacher } = await classOfTwo();
	const marks = [mark(first, 'mostly'), mark(first, 'alone', 1), mark(second, 'not-yet')];
	expect(await record(teacher, marks)).toEqual({ ok: true, value: { added: 3 } });
	expect(await record(teacher, marks)).toEqual({ ok: true, value: { added: 0 } });
	const seen = await seenBy(teacher, first);
	expect(seen?.lastAt).toBeInstanceOf(Date);
	expect(seen?.seen.map(({ outcomeId, level }) => [outcomeId, level])).toEqual(
		expect.arrayContaining([
			[outcomeAt(0), 0.75],
			[outcomeAt(1), 1]
		])
	);
	const log = await app.read(teacher, (scope) => listDecisionsAbout(scope, second));
	expect(log.map(({ action }) => action)).toEqual(['evidence.record-marks']);
});

test('the newest mark of a cell shows; undo brings the one before back', async () => {
	const { first, teacher } = await classOfTwo();
	await record(teacher, [mark(first, 'not-yet')]);
	const better = mark(first, 'alone');
	await record(teacher, [better]);
	expect((await seenBy(teacher, first))?.seen).toEqual([{ outcomeId: outcomeAt(0), level: 1 }]);
	expect(await takeBack(teacher, [better])).toEqual({ ok: true, value: { takenBack: 1 } });
	expect(await takeBack(teacher, [better])).toEqual({ ok: true, value: { takenBack: 0 } });
	const [before] = (await seenBy(teacher, first))?.seen ?? [];
	expect(before?.level).toBeCloseTo(0.1);
});

test('the last act holds all that one send recorded, until it is taken back', async () => {
	const { first, second, teacher } = await classOfTwo();
	const id = newKey();
	const result = await app.change(teacher, (scope) =>
		recordObservation(scope, {
			id,
			'learnerIds[]': [first, second],
			'outcomeIds[]': [outcomeAt(2)],
			level: 'with-help',
			place: 'school',
			words: null,
			isTalk: false
		})
	);
	expect(result).toEqual({ ok: true, value: { learners: 2 } });
	const act = await app.read(teacher, (scope) => lastAct(scope));
	expect(act.map(({ learnerId }) => learnerId).sort()).toEqual([first, second].sort());
	await takeBack(
		teacher,
		act.map(({ learnerId, eventId }) => ({ learnerId, id: eventId }))
	);
	expect(await app.read(teacher, (scope) => lastAct(scope))).toEqual([]);
});

test('nobody marks a learner they do not teach, not even among their own', async () => {
	const { first, second, teacher } = await classOfTwo();
	const other = await classOfTwo();
	const actors: readonly Actor[] = [
		strangerActor(app.communityId),
		other.teacher,
		adultActor(app.communityId, 'family-of', first),
		adultActor(app.communityId, 'mentors', first),
		learnerActor(app.communityId, first)
	];
	for (const actor of actors) expect(await record(actor, [mark(first, 'alone')])).toEqual(refused);
	expect(await record(teacher, [mark(second, 'alone'), mark(other.first, 'alone')])).toEqual(
		refused
	);
	expect((await seenBy(teacher, second))?.seen).toEqual([]);
	const unknown = { ...mark(first, 'alone'), outcomeId: newUuid<OutcomeId>(new Date()) };
	expect(await record(teacher, [unknown])).toEqual(refused);
});

test('nobody takes back what another wrote, nor sees a class that is not theirs', async () => {
	const { first, second, teacher } = await classOfTwo();
	const mine = mark(first, 'mostly');
	await record(teacher, [mine]);
	const colleague = adultActor(app.communityId, 'teaches', first);
	for (const actor of [colleague, strangerActor(app.communityId)])
		expect(await takeBack(actor, [mine])).toEqual(refused);
	expect(await seenBy(colleague, second)).toBeUndefined();
	expect(await seenBy(strangerActor(app.communityId), first)).toBeUndefined();
	expect(await app.read(colleague, (scope) => lastAct(scope))).toEqual([]);
});

test('whoever stands in no relation to the learner is refused by every command', async () => {
	const { first: learnerId, teacher } = await classOfTwo();
	const other = await classOfTwo();
	const theirs = mark(learnerId, 'mostly');
	await record(teacher, [theirs]);
	const before = await seenBy(teacher, learnerId);
	const outcomeId = outcomeAt(0);
	const event = { learnerId, outcomeIds: [outcomeId], place: 'school', source: 'a test' } as const;
	const observed = {
		'learnerIds[]': [learnerId],
		'outcomeIds[]': [outcomeId],
		level: 'alone' as const,
		words: null,
		isTalk: false
	} satisfies Partial<RecordObservationInput>;
	const asks: readonly Ask[] = [
		(scope) => recordMark(scope, { id: newKey(), cell: { learnerId, outcomeId }, level: 'alone' }),
		(scope) => recordObservation(scope, { ...observed, id: newKey(), place: 'school' }),
		(scope) => recordObservation(scope, { ...observed, id: newKey(), place: 'home' }),
		(scope) =>
			recordJudgement(scope, {
				...event,
				id: newKey(),
				kind: 'teacher-judgement',
				level: 1,
				words: null,
				subjectId: null
			}),
		(scope) =>
			recordResponse(scope, {
				...event,
				id: newKey(),
				itemId: newUuid<ItemId>(new Date()),
				result: 'right',
				seconds: null
			}),
		(scope) =>
			withdrawEvidence(scope, { id: newKey(), learnerId, eventId: theirs.id, words: null }),
		(scope) => recordExternal(scope, [])
	];
	const strangers = [
		strangerActor(app.communityId),
		other.teacher,
		learnerActor(app.communityId, other.first)
	];
	for (const actor of strangers) {
		for (const ask of asks) expect(await app.change(actor, ask), String(ask)).toEqual(refused);
	}
	expect(await seenBy(teacher, learnerId)).toEqual(before);
	const own = { id: newKey(), outcomeId, level: 'can', words: null } as const;
	expect(await app.change(teacher, (scope) => recordSelfAssessment(scope, own))).toEqual(refused);
});
