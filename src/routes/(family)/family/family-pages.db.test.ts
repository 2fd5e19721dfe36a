import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { addCast, testId, type Cast } from '#lib/server/modules/conversations/testing.ts';
import { strangerActor } from '#lib/server/modules/evidence/testing.ts';
import { listAccess } from '#lib/server/modules/people/index.ts';
import { proposeGoal } from '#lib/server/modules/plans/index.ts';
import { addWork, type ArtefactId } from '#lib/server/modules/portfolio/index.ts';
import type { Actor, PersonActor } from '#lib/server/platform/access/index.ts';
import { present } from '#lib/server/platform/invariant.ts';
import { schoolDay } from '#lib/server/platform/clock/index.ts';
import { countingStatements } from '#lib/server/platform/db/statements.ts';
import { createTestApp, type TestApp } from '#lib/server/platform/db/testing.ts';
import { sayInThread } from '#lib/server/talk.ts';
import { actions as homeActions, load as loadHome } from './+page.server.ts';
import { load as loadPlan } from './[learnerId]/plan/+page.server.ts';
import { load as loadWork } from './[learnerId]/work/[artefactId]/+page.server.ts';
import { openPage, type Page, type PageRequest } from '../../testing.ts';

let app: TestApp;
let ours: Cast;
let theirs: Cast;
const artefactId = testId<ArtefactId>();

const open = (page: Page, actor: PersonActor, params?: PageRequest['params']) =>
	openPage(app, page, actor, { params });

const say = (actor: Actor, cast: Cast, words: string) =>
	app.change(actor, (scope) => sayInThread(scope, { ...cast.home, id: testId(), words }));

beforeAll(async () => {
	app = await createTestApp(inject('database'));
	ours = await addCast(app);
	theirs = await addCast(app);
	await app.change(ours.learner, (scope) =>
		proposeGoal(scope, {
			id: testId(),
			goalId: testId(),
			learnerId: ours.learner.personId,
			purpose: 'life',
			sharing: 'individual',
			say: 'Please',
			words: 'Feed the worms',
			why: null,
			successCriteria: null,
			supports: null,
			reviewOn: null,
			'outcomeIds[]': []
		})
	);
	const work = await app.change(ours.learner, (scope) =>
		addWork(scope, {
			id: artefactId,
			title: 'Worm book',
			words: 'The worm has a belt.',
			link: null,
			alt: null,
			files: [],
			place: 'home',
			madeOn: schoolDay(scope.now, 'UTC'),
			audience: 'teachers-and-family',
			reflection: null,
			'outcomeIds[]': []
		})
	);
	expect(work).toMatchObject({ ok: true });
	await say(ours.mother, ours, 'We moved house.');
	await say(ours.learner, ours, 'I like it.');
});
afterAll(() => app.close());

const accessRows = async () =>
	(await app.read(ours.learner, (scope) => listAccess(scope, ours.learner.personId))).length;
const params = () => ({ learnerId: ours.learner.personId, artefactId });

describe('family home', () => {
	test('parents who live apart see the same child, each with an account of their own', async () => {
		for (const parent of [ours.mother, ours.father]) {
			const before = await accessRows();
			const page = await open(loadHome, parent);
			expect(page).toMatchObject({
				home: {
					child: { called: 'Aroha' },
					isLimited: false,
					goals: [{ fields: { words: 'Feed the worms' }, waiting: { says: 'Please' } }],
					work: { latest: { title: 'Worm book' } },
					talk: { messages: [{ text: 'We moved house.' }, { text: 'I like it.' }] }
				}
			});
			expect(await accessRows()).toBe(before + 1);
		}
	});

	test('who may only write to the child sees the child’s words, and nothing else', async () => {
		const before = await accessRows();
		expect(await open(loadHome, ours.aunt)).toMatchObject({
			home: {
				isLimited: true,
				goals: [],
				together: null,
				work: { latest: null, asked: [] },
				talk: { messages: [{ text: 'I like it.' }], readers: ['Aroha', 'Teacher'] }
			}
		});
		expect(await accessRows()).toBe(before);
	});

	test('the cut off, strangers and teachers have no child here', async () => {
		for (const actor of [ours.uncle, ours.teacher, ours.learner, strangerOf()]) {
			expect(await open(loadHome, actor)).toEqual({ home: null });
		}
	});

	test('what is refused keeps its words', async () => {
		const body = new FormData();
		const given = { id: testId(), kind: 'home', subjectId: theirs.learner.personId, words: 'Hi' };
		for (const [name, value] of Object.entries(given)) body.append(name, value);
		const action = present(homeActions['say'], 'the action');
		expect(await openPage(app, action, ours.mother, { body })).toMatchObject({
			status: 404,
			data: { error: { code: 'conversations.not-found' }, values: { words: 'Hi' } }
		});
	});
});

const strangerOf = (): PersonActor => {
	const actor = strangerActor(app.communityId);
	if (actor.kind !== 'person') throw new TypeError('a stranger is a person');
	return actor;
};

describe('pages about one child', () => {
	const pages: readonly (readonly [string, Page])[] = [
		['the plan', loadPlan],
		['a work', loadWork]
	];

	test.each(pages)('%s: both parents see it', async (_, page) => {
		for (const parent of [ours.mother, ours.father]) {
			expect(await open(page, parent, params())).toBeDefined();
		}
	});

	test.each(pages)('%s: nobody else does, and no trace is left', async (_, page) => {
		const before = await accessRows();
		const others = [
			ours.aunt,
			ours.uncle,
			ours.learner,
			ours.teacher,
			ours.mentor,
			theirs.mother,
			theirs.learner,
			strangerOf()
		];
		for (const actor of others) {
			await expect(open(page, actor, params())).rejects.toMatchObject({ status: 404 });
		}
		const nothing = { learnerId: 'nobody', artefactId: 'nothing' };
		await expect(open(page, ours.mother, nothing)).rejects.toMatchObject({ status: 404 });
		expect(await accessRows()).toBe(before);
	});
});

describe('statements of a page, without the two of the session', () => {
	test.each([
		['home', loadHome],
		['the plan', loadPlan],
		['a work', loadWork]
	] as readonly (readonly [string, Page])[])('%s: four at most', async (_, page) => {
		const count = await countingStatements(async (statements) => {
			await open(page, ours.mother, params());
			return statements.count;
		});
		expect(count).toBeLessThanOrEqual(4);
	});
});
