import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { PersonActor } from '../../../platform/access/index.ts';
import type { AuditTables } from '../../../platform/audit/decision-log.ts';
import { countingStatements } from '../../../platform/db/statements.ts';
import { createTestApp, type TestApp } from '../../../platform/db/testing.ts';
import { newUuid, type OutcomeId, type PersonId } from '../../../platform/ids.ts';
import type { StrandId } from '../../curriculum/index.ts';
import { numberItem, oneOfEach } from '../../curriculum/items/testing.ts';
import { listEvidence, type EvidenceId } from '../../evidence/index.ts';
import { addLearners, addStrand, adultActor, learnerActor } from '../../evidence/testing.ts';
import {
	answerCheck,
	answerChallenge,
	challengeBelief,
	getCheck,
	getOutcomePage,
	learnerBeliefs,
	listOpenChallenges,
	reopenChallenge,
	startCheck,
	stopCheck,
	type AnswerCheckInput,
	type ChallengeId,
	type CheckId,
	type Question
} from '../index.ts';
import { addItemsFor } from '../testing.ts';

let app: TestApp;
let aroha: PersonId;
let ben: PersonId;
let me: PersonActor;
let strandId: StrandId;
let emptyStrand: StrandId;
let outcomes: readonly OutcomeId[];
const wording = { band: '12-18', locale: 'en' } as const;
const at = new Date('2026-03-02T09:00:00Z');

beforeAll(async () => {
	app = await createTestApp(inject('database'));
	await app.changeAll(app.communityId, 'a test', async (scope) => {
		[aroha = newUuid(at), ben = newUuid(at)] = await addLearners(scope, ['Aroha', 'Ben']);
		const words = ['share', 'compare', 'add', 'multiply', 'divide', 'scale'];
		({ strandId, outcomeIds: outcomes } = await addStrand(scope, 'Fractions', words));
		for (const outcomeId of outcomes) {
			const items = [1, 2, 3, 4].map((n) => ({
				...numberItem('12'),
				id: `${outcomeId}-${n}`
			}));
			await addItemsFor(scope, outcomeId, items);
		}
		({ strandId: emptyStrand } = await addStrand(scope, 'Empty', ['wait']));
	});
	me = learnerActor(app.communityId, aroha);
});
afterAll(() => app.close());

const newCheck = () => newUuid<CheckId>(app.clock.now());
const view = (checkId: CheckId, answer?: number, actor: PersonActor = me) =>
	app.read(actor, (scope) =>
		getCheck(scope, actor.personId, checkId, {
			...wording,
			...(answer !== undefined && { answer })
		})
	);

async function question(checkId: CheckId): Promise<Question> {
	const found = await view(checkId);
	if (found?.at !== 'question') throw new Error(`no question: ${found?.at}`);
	return found;
}

const input = (asked: Question, fields: Partial<AnswerCheckInput> = {}): AnswerCheckInput => ({
	id: newUuid<EvidenceId>(app.clock.now()),
	checkId: asked.checkId,
	itemId: asked.itemId,
	version: asked.version,
	dontKnow: false,
	'keys[]': [],
	'order[]': [],
	'pairs[]': [],
	...fields
});

const send = (answer: AnswerCheckInput, actor: PersonActor = me) =>
	app.change(actor, (scope) => answerCheck(scope, answer));

async function start(actor: PersonActor = me, strand = strandId) {
	return app.change(actor, (scope) => startCheck(scope, { id: newCheck(), strandId: strand }));
}

async function started(): Promise<CheckId> {
	const result = await start();
	if (!result.ok) throw new Error(result.error.code);
	return result.value.checkId;
}

const countEvidence = async () =>
	(await app.read(me, (scope) => listEvidence(scope, aroha, { limit: 500 }))).length;

describe('a check over a strand', () => {
	test('asks one question at a time and says what was said of each answer', async () => {
		const checkId = await started();
		const asked = await question(checkId);
		expect(asked.item.kind).toBe('number');
		expect(JSON.stringify(asked)).not.toContain('Canary');
		expect(JSON.stringify(asked.item)).not.toContain('12');
		expect(await send(input(asked, { text: '12' }))).toEqual({
			ok: true,
			value: { at: 0, isOver: false }
		});
		expect(await view(checkId, 0)).toMatchObject({
			at: 'feedback',
			result: 'right',
			right: [{ html: '12' }],
			steps: [{ html: 'Canary hint: look again.' }]
		});
	});

	test('a closed lid loses nothing: the same question waits, and starting again goes on', async () => {
		const checkId = await started();
		const asked = await question(checkId);
		expect(await start()).toEqual({ ok: true, value: { checkId } });
		expect((await question(checkId)).itemId).toBe(asked.itemId);
	});

	test('an answer sent twice counts once; one to a question that is past is refused', async () => {
		const checkId = await started();
		const asked = await question(checkId);
		const before = await countEvidence();
		const answer = input(asked, { text: '13' });
		const [one, two] = await Promise.all([send(answer), send(answer)]);
		expect(one).toEqual(two);
		expect(await countEvidence()).toBe(before + 1);
		const stale = input({ ...asked, version: asked.version + 7 }, { text: '12' });
		expect(await send(stale)).toMatchObject({ ok: false, error: { code: 'learner-model.stale' } });
	});

	test('what cannot be read is given back and counts for nothing', async () => {
		const checkId = await started();
		const asked = await question(checkId);
		const before = await countEvidence();
		for (const [fields, code] of [
			[{ text: '' }, 'item.answer-empty'],
			[{ text: 'twelve(' }, 'item.answer-unreadable']
		] as const) {
			expect(await send(input(asked, fields))).toMatchObject({ ok: false, error: { code } });
		}
		expect(await countEvidence()).toBe(before);
		expect((await question(checkId)).itemId).toBe(asked.itemId);
	});

	test('ends by itself, with what changed and what is next, and never repeats an item', async () => {
		const checkId = await started();
		const seen = new Set<string>();
		for (let n = 0; n < 20; n++) {
			const now = await view(checkId);
			if (now?.at !== 'question') break;
			expect(seen.has(now.itemId)).toBe(false);
			seen.add(now.itemId);
			await send(input(now, { text: '12' }));
		}
		const end = await view(checkId);
		expect(end).toMatchObject({ at: 'end', strandId });
		if (end?.at !== 'end') return;
		expect(end.changes.length).toBeGreaterThan(0);
		expect(end.right).toBeGreaterThan(0);
		const beliefs = await app.read(me, (scope) => learnerBeliefs(scope, aroha));
		for (const { outcomeId, now } of end.changes) expect(beliefs.get(outcomeId)?.state).toBe(now);
	});

	test('stops when the learner has had enough, and stopping twice is harmless', async () => {
		const checkId = await started();
		const stop = () => app.change(me, (scope) => stopCheck(scope, { checkId }));
		expect(await stop()).toEqual({ ok: true, value: { checkId } });
		expect(await stop()).toEqual({ ok: true, value: { checkId } });
		expect(await view(checkId)).toMatchObject({ at: 'end', reason: 'stopped' });
	});

	test('the log says under which rung it began, and whose decision that was', async () => {
		const [sina = newUuid<PersonId>(at)] = await app.changeAll(app.communityId, 'a test', (scope) =>
			addLearners(scope, ['Sina'])
		);
		const begun = async (band: PersonActor['band']) => {
			const actor = { ...learnerActor(app.communityId, sina), band };
			const result = await start(actor);
			if (!result.ok) throw new Error(result.error.code);
			const { checkId } = result.value;
			await app.change(actor, (scope) => stopCheck(scope, { checkId }));
			return app.read(actor, (scope) =>
				scope.tx
					.$extendTables<AuditTables>()
					.selectFrom('decision')
					.select(['rung', 'decided'])
					.where('community_id', '=', scope.communityId)
					.where('object_id', '=', checkId)
					.where('action', '=', 'learner-model.start-check')
					.executeTakeFirst()
			);
		};
		expect(await begun('12-18')).toEqual({ rung: 3, decided: 'learner' });
		expect(await begun('5-7')).toEqual({ rung: 1, decided: 'offer' });
	});

	test('a strand without questions has nothing to ask', async () => {
		expect(await start(me, emptyStrand)).toMatchObject({
			ok: false,
			error: { code: 'learner-model.nothing-to-ask' }
		});
	});

	test('nobody but the learner sees or answers it', async () => {
		const checkId = await started();
		const asked = await question(checkId);
		const others = [
			learnerActor(app.communityId, ben),
			adultActor(app.communityId, 'teaches', aroha),
			adultActor(app.communityId, 'family-of', aroha)
		];
		for (const other of others) {
			expect(await view(checkId, undefined, other)).toBeNull();
			expect(await app.read(other, (scope) => getCheck(scope, aroha, checkId, wording))).toBeNull();
			expect(await send(input(asked, { text: '12' }), other)).toMatchObject({
				ok: false,
				error: { code: 'learner-model.not-found' }
			});
			expect(await app.change(other, (scope) => stopCheck(scope, { checkId }))).toMatchObject({
				ok: false,
				error: { code: 'learner-model.not-found' }
			});
		}
		const [, teacher] = others;
		expect(await start(teacher)).toMatchObject({
			ok: false,
			error: { code: 'learner-model.not-found' }
		});
	});
});

test('every kind of item can be shown and answered right from form fields', async () => {
	const [own] = await app.changeAll(app.communityId, 'a test', (scope) =>
		addLearners(scope, ['Kiri'])
	);
	const kiri = learnerActor(app.communityId, own ?? newUuid(at));
	for (const { item } of oneOfEach()) {
		const strand = await app.changeAll(app.communityId, 'a test', async (scope) => {
			const made = await addStrand(scope, item.kind, ['do this']);
			await addItemsFor(scope, made.outcomeIds[0] ?? newUuid(at), [item]);
			return made.strandId;
		});
		const result = await start(kiri, strand);
		if (!result.ok) throw new Error(result.error.code);
		const asked = await view(result.value.checkId, undefined, kiri);
		if (asked?.at !== 'question') throw new Error('no question');
		const { secret } = item;
		const fields: Partial<AnswerCheckInput> = {
			...('correct' in secret && typeof secret.correct === 'string' && { key: secret.correct }),
			...('correct' in secret &&
				Array.isArray(secret.correct) && { 'keys[]': [...secret.correct] }),
			...('order' in secret && Array.isArray(secret.order) && { 'order[]': [...secret.order] }),
			...('pairs' in secret && { 'pairs[]': secret.pairs.map((pair) => pair.join(' ')) }),
			...('answers' in secret && { text: secret.answers[0] })
		};
		expect(await send(input(asked, fields), kiri)).toMatchObject({ ok: true });
		const said = await view(result.value.checkId, 0, kiri);
		expect([item.kind, said?.at === 'feedback' && said.result]).toEqual([item.kind, 'right']);
	}
});

describe('a challenge', () => {
	const hear = (
		wants: 'test' | 'evidence' | 'disagree',
		words: string | null,
		outcomeId: OutcomeId,
		actor: PersonActor = me
	) =>
		app.change(actor, (scope) =>
			challengeBelief(scope, {
				id: scope.newId<ChallengeId>(),
				checkId: newCheck(),
				outcomeId,
				wants,
				words
			})
		);

	test('"test me" asks two or three questions and is answered by them', async () => {
		const outcomeId = outcomes[5] ?? newUuid(at);
		const heard = await hear('test', null, outcomeId);
		if (!heard.ok || !heard.value.checkId) throw new Error('no check');
		const { checkId } = heard.value;
		await send(input(await question(checkId), { text: '12' }));
		await send(input(await question(checkId), { text: '12' }));
		expect(await view(checkId)).toMatchObject({ at: 'end', reason: 'asked-enough', right: 2 });
		const page = await app.read(me, (scope) => getOutcomePage(scope, aroha, outcomeId, wording));
		expect(page?.challenges[0]).toMatchObject({ wants: 'test', state: 'tested' });
	});

	test('waits for the teacher, who agrees in words; the belief moves once', async () => {
		const outcomeId = outcomes[4] ?? newUuid(at);
		await hear('evidence', 'I did it with Koro', outcomeId);
		const teacher = adultActor(app.communityId, 'teaches', aroha);
		const waiting = await app.read(teacher, listOpenChallenges);
		expect(waiting.map(({ words }) => words)).toEqual(['I did it with Koro']);
		const before = await countEvidence();
		const answer = (actor: PersonActor) =>
			app.change(actor, (scope) =>
				answerChallenge(scope, {
					id: scope.newId<EvidenceId>(),
					challengeId: waiting[0]?.challengeId ?? newUuid(at),
					learnerId: aroha,
					answer: 'agree',
					words: 'I saw it too'
				})
			);
		for (const other of [
			me,
			adultActor(app.communityId, 'family-of', aroha),
			adultActor(app.communityId, 'teaches', ben)
		]) {
			expect(await answer(other)).toMatchObject({
				ok: false,
				error: { code: 'learner-model.not-found' }
			});
		}
		expect(await answer(teacher)).toEqual({ ok: true, value: { state: 'agreed' } });
		expect(await answer(teacher)).toMatchObject({
			ok: false,
			error: { code: 'learner-model.stale' }
		});
		expect(await countEvidence()).toBe(before + 1);
		expect(await app.read(teacher, listOpenChallenges)).toEqual([]);

		const challengeId = waiting[0]?.challengeId ?? newUuid<ChallengeId>(at);
		const takeBack = (actor: PersonActor) =>
			app.change(actor, (scope) => reopenChallenge(scope, { challengeId, learnerId: aroha }));
		for (const other of [
			me,
			adultActor(app.communityId, 'teaches', aroha),
			adultActor(app.communityId, 'teaches', ben)
		]) {
			expect(await takeBack(other)).toMatchObject({
				ok: false,
				error: { code: 'learner-model.not-found' }
			});
		}
		for (const _ of ['once', 'twice']) expect((await takeBack(teacher)).ok).toBe(true);
		const again = await app.read(teacher, listOpenChallenges);
		expect(again.map((one) => one.challengeId)).toEqual([challengeId]);
		const log = await app.read(me, (scope) => listEvidence(scope, aroha, { outcomeId }));
		expect(log.find(({ kind }) => kind === 'teacher-judgement')?.withdrawnAt).toBeInstanceOf(Date);
		expect(await answer(teacher)).toEqual({ ok: true, value: { state: 'agreed' } });
	});

	test('agreeing to disagree needs nobody; words are needed, and an outcome of ours', async () => {
		const outcomeId = outcomes[3] ?? newUuid(at);
		expect(await hear('disagree', 'I can', outcomeId)).toMatchObject({ ok: true });
		const page = await app.read(me, (scope) => getOutcomePage(scope, aroha, outcomeId, wording));
		expect(page?.challenges[0]).toMatchObject({ state: 'kept', words: 'I can' });
		expect(await hear('evidence', null, outcomeId)).toMatchObject({
			ok: false,
			error: { code: 'form.words-missing' }
		});
		expect(await hear('disagree', 'I can', newUuid(at))).toMatchObject({
			ok: false,
			error: { code: 'learner-model.not-found' }
		});
		expect(
			await hear('disagree', 'x', outcomeId, adultActor(app.communityId, 'teaches', aroha))
		).toMatchObject({ ok: false, error: { code: 'learner-model.not-found' } });
	});
});

test('the page of an outcome takes four statements, nobody else’s page shows anything', async () => {
	const outcomeId = outcomes[0] ?? newUuid(at);
	const page = () => app.read(me, (scope) => getOutcomePage(scope, aroha, outcomeId, wording));
	await page();
	const counted = await countingStatements(async (statements) => {
		await page();
		return statements.count;
	});
	expect(counted).toBe(4);
	const other = learnerActor(app.communityId, ben);
	expect(
		await app.read(other, (scope) => getOutcomePage(scope, aroha, outcomeId, wording))
	).toBeNull();
});
