import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { raiseHelp, type SignalId } from '#lib/server/modules/conversations/index.ts';
import { addStrand, adultActor } from '#lib/server/modules/evidence/testing.ts';
import { listAccess } from '#lib/server/modules/people/index.ts';
import { addWork, type ArtefactId } from '#lib/server/modules/portfolio/index.ts';
import { proposeGoal, type GoalId, type ProposalId } from '#lib/server/modules/plans/index.ts';
import type { PersonActor } from '#lib/server/platform/access/index.ts';
import { countingStatements } from '#lib/server/platform/db/statements.ts';
import { createTestApp, type TestApp } from '#lib/server/platform/db/testing.ts';
import { newUuid, type OutcomeId, type PersonId, type Uuid } from '#lib/server/platform/ids.ts';
import { present } from '#lib/server/platform/invariant.ts';
import { load as loadToday } from './+page.server.ts';
import { actions as gridActions, load as loadGrid } from './learners/+page.server.ts';
import { load as loadLearner } from './learners/[learnerId]/+page.server.ts';
import { load as loadOutcome } from './learners/[learnerId]/outcome/[outcomeId]/+page.server.ts';
import { load as loadWorks } from './learners/[learnerId]/work/+page.server.ts';
import { load as loadWork } from './learners/[learnerId]/work/[artefactId]/+page.server.ts';
import { load as loadPlans } from './plans/+page.server.ts';
import { load as loadPlan } from './plans/[learnerId]/+page.server.ts';
import { openPage, pageCast, type Page, type PageCast, type PageRequest } from '../../testing.ts';

let app: TestApp;
let outcomeId: OutcomeId;
let artefactId: ArtefactId;
const id = <Id extends Uuid>(): Id => newUuid<Id>(new Date());

let ours: PageCast;
let theirs: PageCast;

const open = (page: Page, actor: PersonActor, params?: PageRequest['params']) =>
	openPage(app, page, actor, { params });

beforeAll(async () => {
	app = await createTestApp(inject('database'));
	ours = await pageCast(app, 'Aroha');
	theirs = await pageCast(app, 'Finn');
	const strand = await app.changeAll(app.communityId, 'a test', (scope) =>
		addStrand(scope, 'Fractions', ['share', 'compare'])
	);
	[outcomeId = id<OutcomeId>()] = strand.outcomeIds;
	artefactId = id<ArtefactId>();
	await app.change(ours.learner, (scope) =>
		addWork(scope, {
			id: artefactId,
			title: 'Gear table',
			words: 'I counted the teeth.',
			alt: null,
			link: null,
			place: 'home',
			audience: 'teachers',
			reflection: null,
			'outcomeIds[]': [],
			files: []
		})
	);
	await app.change(ours.learner, (scope) =>
		raiseHelp(scope, { id: id<SignalId>(), kind: 'stuck', words: 'Why litres?' })
	);
	await app.change(ours.learner, (scope) =>
		proposeGoal(scope, {
			id: id<ProposalId>(),
			goalId: id<GoalId>(),
			learnerId: ours.learnerId,
			purpose: 'learning',
			sharing: 'individual',
			say: null,
			words: 'Compare ratios',
			why: null,
			successCriteria: null,
			supports: null,
			reviewOn: null,
			'outcomeIds[]': []
		})
	);
});
afterAll(() => app.close());

const accessTo = async (learnerId: PersonId) =>
	(await app.read(ours.learner, (scope) => listAccess(scope, learnerId))).length;

describe('pages about one learner', () => {
	const pages: readonly (readonly [string, Page])[] = [
		['a learner', loadLearner],
		['a plan', loadPlan],
		['why a belief', loadOutcome]
	];

	test.each(pages)('%s: their teacher sees it, and that is written down', async (_, page) => {
		const params = { learnerId: ours.learnerId, outcomeId };
		const before = await accessTo(ours.learnerId);
		expect(await open(page, ours.teacher, params)).toMatchObject({
			learner: { called: 'Aroha' }
		});
		expect(await accessTo(ours.learnerId)).toBe(before + 1);
	});

	test.each(pages)('%s: nobody else does, whoever they are', async (_, page) => {
		const others = [
			theirs.teacher,
			ours.learner,
			adultActor(app.communityId, 'family-of', ours.learnerId),
			adultActor(app.communityId, 'mentors', ours.learnerId)
		];
		const before = await accessTo(ours.learnerId);
		for (const actor of others) {
			const params = { learnerId: ours.learnerId, outcomeId };
			await expect(open(page, actor, params)).rejects.toMatchObject({ status: 404 });
		}
		const nobody = { learnerId: 'nobody', outcomeId: 'nothing' };
		await expect(open(page, ours.teacher, nobody)).rejects.toMatchObject({ status: 404 });
		expect(await accessTo(ours.learnerId)).toBe(before);
	});
});

test('one work: opened by its audience alone, and that is written down', async () => {
	const params = { learnerId: ours.learnerId, artefactId };
	expect(await open(loadWork, ours.teacher, params)).toMatchObject({
		work: { title: 'Gear table' }
	});
	const family = adultActor(app.communityId, 'family-of', ours.learnerId);
	for (const actor of [theirs.teacher, family])
		await expect(open(loadWork, actor, params)).rejects.toMatchObject({ status: 404 });
	const elsewhere = { learnerId: theirs.learnerId, artefactId };
	await expect(open(loadWork, theirs.teacher, elsewhere)).rejects.toMatchObject({ status: 404 });
});

describe('pages about many learners', () => {
	test('today: what waits for a teacher is about their own learners', async () => {
		expect(await open(loadToday, ours.teacher)).toMatchObject({
			people: 1,
			stuck: ['Aroha'],
			items: [
				{ kind: 'stuck', learnerName: 'Aroha' },
				{ kind: 'plan', learnerName: 'Aroha' }
			]
		});
		const family = adultActor(app.communityId, 'family-of', ours.learnerId);
		for (const actor of [theirs.teacher, family])
			expect(await open(loadToday, actor)).toMatchObject({ people: 0, items: [] });
	});

	test('plans: only their own wait', async () => {
		expect(await open(loadPlans, ours.teacher)).toMatchObject({
			learners: 1,
			waiting: [{ learnerName: 'Aroha' }]
		});
		expect(await open(loadPlans, theirs.teacher)).toMatchObject({ learners: 1, waiting: [] });
	});

	test('the grid: only their own stand in it', async () => {
		const rows = [{ personId: theirs.learnerId }];
		expect(await open(loadGrid, theirs.teacher)).toMatchObject({ rows });
		const family = adultActor(app.communityId, 'family-of', ours.learnerId);
		expect(await open(loadGrid, family)).toMatchObject({ rows: [] });
	});

	test('the grid: a mark on somebody else’s learner is refused', async () => {
		const body = new FormData();
		body.append('marks[]', [id(), ours.learnerId, outcomeId, 'alone'].join(' '));
		const marks = (actor: PersonActor) =>
			openPage(app, present(gridActions['marks'], 'the action'), actor, { body });
		expect(await marks(theirs.teacher)).toMatchObject({ status: 404 });
		expect(await marks(ours.teacher)).toEqual({ added: 1 });
	});
});

test('a page of staff takes ten statements at most, with the two of the session', async () => {
	const params = { learnerId: ours.learnerId, outcomeId, artefactId };
	const pages = {
		loadToday,
		loadGrid,
		loadLearner,
		loadOutcome,
		loadWorks,
		loadWork,
		loadPlans,
		loadPlan
	};
	const counts: Record<string, number> = {};
	for (const [name, page] of Object.entries(pages)) {
		counts[name] = await countingStatements(async (statements) => {
			await open(page, ours.teacher, params);
			return statements.count;
		});
	}
	const over = Object.entries(counts).filter(([, count]) => count > 8);
	expect(over).toEqual([]);
	expect(Math.min(...Object.values(counts))).toBeGreaterThan(2);
});
