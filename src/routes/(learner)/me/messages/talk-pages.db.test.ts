import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
	nameSafeguardingLead,
	raiseHelp,
	type SignalId
} from '#lib/server/modules/conversations/index.ts';
import { addCast, testId, type Cast } from '#lib/server/modules/conversations/testing.ts';
import { strangerActor } from '#lib/server/modules/evidence/testing.ts';
import { proposeGoal, type GoalId } from '#lib/server/modules/plans/index.ts';
import { addWork, type ArtefactId } from '#lib/server/modules/portfolio/index.ts';
import type { Actor, PersonActor } from '#lib/server/platform/access/index.ts';
import { schoolDay } from '#lib/server/platform/clock/index.ts';
import { countingStatements } from '#lib/server/platform/db/statements.ts';
import { createTestApp, type TestApp } from '#lib/server/platform/db/testing.ts';
import { sayInThread } from '#lib/server/talk.ts';
import { load as loadReports } from '../../../(lead)/settings/safeguarding/+page.server.ts';
import { load as loadGoal } from '../../plan/goal/[goalId]/+page.server.ts';
import { load as loadToday } from '../../today/+page.server.ts';
import { load as loadMessages } from './+page.server.ts';
import { load as loadAboutWork } from './work/[artefactId]/+page.server.ts';
import { openPage, type Page, type PageRequest } from '../../../testing.ts';

let app: TestApp;
let ours: Cast;
let theirs: Cast;
const artefactId = testId<ArtefactId>();
const goalId = testId<GoalId>();
const params = { artefactId, goalId };

const open = (page: Page, actor: PersonActor, given: PageRequest['params'] = params) =>
	openPage(app, page, actor, { params: given });

const say = (actor: Actor, kind: 'home' | 'goal' | 'artefact', words: string) => {
	const subjectId = { home: ours.home.subjectId, goal: goalId, artefact: artefactId }[kind];
	return app.change(actor, (scope) => sayInThread(scope, { id: testId(), kind, subjectId, words }));
};

beforeAll(async () => {
	app = await createTestApp(inject('database'));
	ours = await addCast(app);
	theirs = await addCast(app);
	await app.change(ours.learner, (scope) =>
		proposeGoal(scope, {
			id: testId(),
			goalId,
			learnerId: ours.learner.personId,
			purpose: 'life',
			sharing: 'individual',
			say: null,
			words: 'Feed the worms',
			why: null,
			successCriteria: null,
			supports: null,
			reviewOn: null,
			'outcomeIds[]': []
		})
	);
	await app.change(ours.learner, (scope) =>
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
	await app.change(ours.learner, (scope) =>
		raiseHelp(scope, { id: testId<SignalId>(), kind: 'stuck', words: 'Why?' })
	);
	await say(ours.mother, 'home', 'Hello.');
	await say(ours.mother, 'goal', 'Scraps are in the bucket.');
	await say(ours.teacher, 'artefact', 'Read it to us!');
});
afterAll(() => app.close());

const stranger = (): PersonActor => {
	const actor = strangerActor(app.communityId);
	if (actor.kind !== 'person') throw new TypeError('a stranger is a person');
	return actor;
};

describe('a learner', () => {
	test('finds what came back on Today, each where it belongs', async () => {
		const page = await open(loadToday, ours.learner);
		expect(page).toMatchObject({ up: { words: 'Why?' }, answered: null });
		// SAFETY: what this page's load gives.
		const { replies } = page as { readonly replies: readonly { readonly href: string }[] };
		expect(new Set(replies.map(({ href }) => href))).toEqual(
			new Set([
				'/me/messages#talk',
				`/plan/goal/${goalId}#talk`,
				`/me/messages/work/${artefactId}#talk`
			])
		);
		expect(await open(loadToday, theirs.learner)).toMatchObject({ replies: [], up: null });
	});

	test('reads the home thread, with the others beside it; what was looked at is no longer new', async () => {
		expect(await open(loadMessages, ours.learner)).toMatchObject({
			unseen: 1,
			talk: { messages: [{ text: 'Hello.', isNew: true }] }
		});
		expect(await open(loadMessages, ours.learner)).toMatchObject({ unseen: 0 });
		expect(await open(loadAboutWork, ours.learner)).toMatchObject({
			title: 'Worm book',
			talk: { messages: [{ text: 'Read it to us!' }] }
		});
		expect(await open(loadGoal, ours.learner)).toMatchObject({
			talk: { messages: [{ text: 'Scraps are in the bucket.' }] }
		});
		expect(await open(loadToday, ours.learner)).toMatchObject({ replies: [] });
	});

	test.each([
		['talk about a goal', loadGoal],
		['talk about a work', loadAboutWork]
	] as readonly (readonly [string, Page])[])('%s: nobody else opens it here', async (_, page) => {
		const others = [theirs.learner, ours.mother, ours.aunt, ours.mentor, stranger()];
		for (const actor of others) {
			await expect(open(page, actor)).rejects.toMatchObject({ status: 404 });
		}
		const nothing = { goalId: 'nothing', artefactId: 'nothing' };
		await expect(open(page, ours.learner, nothing)).rejects.toMatchObject({ status: 404 });
	});

	test('has messages; adults have their own pages for them', async () => {
		for (const actor of [ours.mother, ours.teacher, ours.aunt, stranger()]) {
			await expect(open(loadMessages, actor)).rejects.toMatchObject({ status: 404 });
		}
	});
});

describe('reports', () => {
	test('the page is for the lead, leaders and the office alone', async () => {
		const leader: PersonActor = {
			...stranger(),
			memberships: [{ role: 'leader', siteId: null }]
		};
		const office: PersonActor = {
			...stranger(),
			memberships: [{ role: 'administrator', siteId: null }]
		};
		for (const actor of [ours.teacher, ours.learner, ours.mother, stranger()]) {
			await expect(open(loadReports, actor)).rejects.toMatchObject({ status: 404 });
		}
		expect(await open(loadReports, leader)).toMatchObject({ reads: true, names: false });
		await app.changeAll(app.communityId, 'a test', (scope) =>
			nameSafeguardingLead(scope, ours.teacher)
		);
		expect(await open(loadReports, ours.teacher)).toMatchObject({ reads: true, names: false });
		expect(await open(loadReports, leader)).toMatchObject({ reads: false, reports: [] });
		expect(await open(loadReports, office)).toMatchObject({ reads: false, names: true });
	});
});

describe('statements of a page, without the two of the session', () => {
	test.each([
		['Today', loadToday],
		['messages', loadMessages],
		['talk about a goal', loadGoal],
		['talk about a work', loadAboutWork]
	] as readonly (readonly [string, Page])[])('%s: four at most', async (_, page) => {
		const count = await countingStatements(async (statements) => {
			await open(page, ours.learner);
			return statements.count;
		});
		expect(count).toBeLessThanOrEqual(4);
	});
});
