import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Role, Scope } from '../../../platform/access/index.ts';
import type { AuditTables } from '../../../platform/audit/decision-log.ts';
import { createTestApp, foundTestCommunity, type TestApp } from '../../../platform/db/testing.ts';
import type { OutcomeId } from '../../../platform/ids.ts';
import { present } from '../../../platform/invariant.ts';
import type { Failure, Result } from '../../../platform/result.ts';
import {
	listByHeart,
	listTopicsToMatch,
	suggestOutcomes,
	askableOutcomes,
	getGraph,
	listOutcomes,
	listStrands,
	pickItem
} from '../index.ts';
import { parseItem, type Item } from '../items/index.ts';
import { smallFramework, someone, testSystem } from '../testing.ts';
import { addItems } from './add-items.ts';
import { adoptFramework } from './adopt-framework.ts';
import { markOutcomes } from './mark-by-heart.ts';
import { confirmTags, rejectTags, undoTags } from './decide-tags.ts';

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp(inject('database'));
});
afterAll(() => app.close());

const as = <T, E extends Failure>(
	role: Role | 'system',
	work: (scope: Scope) => Promise<Result<T, E>>,
	communityId = app.communityId
) => app.change(role === 'system' ? testSystem(communityId) : someone(communityId, role), work);

async function must<T>(result: Promise<Result<T>>): Promise<T> {
	const done = await result;
	if (!done.ok) throw new Error(done.error.code);
	return done.value;
}

function item(id: string, version = 1): Item {
	const line = { format: 2, id, version, kind: 'number', stem: 'What is half of 8?' };
	const parsed = parseItem({ ...line, answers: ['4'], tags: ['sharing_in_two'], hints: [] });
	if (!parsed.ok) throw new Error('a sound item');
	return parsed.item;
}

const matchAll = { 'pair[]': [] };

test('a framework comes in with strand, words, order and links, and a second time nothing is doubled', async () => {
	const first = await must(as('administrator', (scope) => adoptFramework(scope, smallFramework)));
	expect(first).toMatchObject({ added: 4, known: 0 });
	const again = await must(as('administrator', (scope) => adoptFramework(scope, smallFramework)));
	expect(again).toMatchObject({ added: 0, known: 4, frameworkId: first.frameworkId });
	expect(again.outcomeIds).toEqual(first.outcomeIds);
	await app.read(testSystem(app.communityId), async (scope) => {
		expect(await listStrands(scope)).toMatchObject([{ name: 'Number', outcomes: 3 }]);
		const outcomes = await listOutcomes(scope, 'all', { band: '5-7', locale: 'mi' });
		expect(outcomes.map(({ words }) => words)).toEqual([
			'I can share in two.',
			'Understand quarters',
			'Understand thirds'
		]);
		const { precedes } = await getGraph(scope, null);
		expect(precedes).toEqual([[first.outcomeIds.get('halves'), first.outcomeIds.get('quarters')]]);
	});
});

test('another community has its own copy under its own ids', async () => {
	const other = await foundTestCommunity(app);
	const mine = await must(as('system', (scope) => adoptFramework(scope, smallFramework)));
	const theirs = await must(as('system', (scope) => adoptFramework(scope, smallFramework), other));
	expect(theirs).toMatchObject({ added: 4, known: 0 });
	expect(theirs.outcomeIds.get('halves')).not.toBe(mine.outcomeIds.get('halves'));
});

test('items can be asked once a person confirmed their topic, and no more after an undo', async () => {
	const { outcomeIds, strandIds } = await must(
		as('system', (scope) => adoptFramework(scope, smallFramework))
	);
	const bank = { bank: 'small', items: [item('one'), item('two')] };
	const { tagIds } = await must(as('system', (scope) => addItems(scope, bank)));
	const tagId = tagIds.get('sharing_in_two');
	const outcomeId = outcomeIds.get('halves');
	const strandId = strandIds.get('number');
	if (!tagId || !outcomeId || !strandId) throw new Error('known');
	const askable = () =>
		app.read(testSystem(app.communityId), (scope) => askableOutcomes(scope, strandId));
	expect(await askable()).toEqual([]);
	const pair = { 'pair[]': [{ tagId, outcomeId }] };
	await must(as('teacher', (scope) => confirmTags(scope, pair)));
	expect(await askable()).toEqual([outcomeId]);
	const picked = await app.read(testSystem(app.communityId), (scope) =>
		pickItem(scope, { outcomeId, exclude: [], seed: 1 })
	);
	expect(picked?.body).toMatchObject({ kind: 'number', tags: ['sharing_in_two'] });
	await must(as('teacher', (scope) => rejectTags(scope, pair)));
	expect(await askable()).toEqual([]);
	await must(as('teacher', (scope) => confirmTags(scope, pair)));
	await must(as('teacher', (scope) => undoTags(scope, { 'tag[]': [tagId] })));
	expect(await askable()).toEqual([]);
});

test('a newer version renews an item, an older one does not', async () => {
	const put = (version: number) =>
		must(as('system', (scope) => addItems(scope, { bank: 'v', items: [item('x', version)] })));
	expect(await put(2)).toMatchObject({ added: 1, renewed: 0, known: 0 });
	expect(await put(3)).toMatchObject({ added: 0, renewed: 1, known: 1 });
	expect(await put(1)).toMatchObject({ added: 0, renewed: 0, known: 1 });
});

const refused = { ok: false, error: { code: 'curriculum.not-found' } };

test.each(['learner', 'family', 'teacher', 'leader', 'mentor'] as const)(
	'a %s may bring in neither frameworks nor items',
	async (role) => {
		expect(await as(role, (scope) => adoptFramework(scope, smallFramework))).toEqual(refused);
		expect(await as(role, (scope) => addItems(scope, { bank: 'b', items: [] }))).toEqual(refused);
	}
);

test.each(['learner', 'family', 'mentor', 'support'] as const)(
	'a %s may not match topics',
	async (role) => {
		for (const command of [confirmTags, rejectTags])
			expect(await as(role, (scope) => command(scope, matchAll))).toEqual(refused);
		expect(await as(role, (scope) => undoTags(scope, { 'tag[]': [] }))).toEqual(refused);
	}
);

test('topics and outcomes of another community are not found', async () => {
	const other = await foundTestCommunity(app);
	const theirs = await must(as('system', (scope) => adoptFramework(scope, smallFramework), other));
	const { tagIds } = await must(
		as('system', (scope) => addItems(scope, { bank: 'mine', items: [item('m')] }))
	);
	const tagId = tagIds.get('sharing_in_two');
	const outcomeId = theirs.outcomeIds.get('halves');
	if (!tagId || !outcomeId) throw new Error('known');
	const pair = { 'pair[]': [{ tagId, outcomeId }] };
	expect(await as('teacher', (scope) => confirmTags(scope, pair))).toEqual(refused);
});

test('topics wait with the outcomes most like them, until somebody decides; others are not shown any', async () => {
	const communityId = await foundTestCommunity(app);
	await must(as('system', (scope) => adoptFramework(scope, smallFramework), communityId));
	const asked = { ...item('h'), tags: ['halves', 'quarters'] };
	const bank = { bank: 'waiting', items: [asked] };
	await must(as('system', (scope) => addItems(scope, bank), communityId));
	await must(
		as('system', async (scope) => ({ ok: true, value: await suggestOutcomes(scope) }), communityId)
	);
	const which = { source: null, after: null, search: 'quarters' };
	const seen = (role: Role) =>
		app.read(someone(communityId, role), (scope) => listTopicsToMatch(scope, which));
	const before = await seen('teacher');
	expect(before?.topics.map(({ words }) => words).toSorted()).toEqual(['halves', 'quarters']);
	expect(before?.found.map(({ code }) => code)).toEqual(['QUARTERS']);
	const halves = before?.topics.find(({ words }) => words === 'halves');
	const best = halves?.suggestions[0];
	expect(best?.statement).toBe('Understand halves');
	if (!halves || !best) throw new Error('suggested');
	const pair = { 'pair[]': [{ tagId: halves.tagId, outcomeId: best.outcomeId }] };
	await must(as('teacher', (scope) => confirmTags(scope, pair), communityId));
	expect(await seen('leader')).toMatchObject({
		sources: [{ source: 'waiting', waiting: 1, all: 2 }],
		topics: [{ words: 'quarters' }]
	});
	expect(await seen('family')).toBeUndefined();
});

const byHeartOf = (role: Role, communityId: typeof app.communityId) =>
	app.read(someone(communityId, role), (scope) => listByHeart(scope, { strandId: null, from: 0 }));

/** A community with the small framework, and its outcomes by name. */
async function withOutcomes() {
	const communityId = await foundTestCommunity(app);
	const adopted = await must(
		as('system', (scope) => adoptFramework(scope, smallFramework), communityId)
	);
	return { communityId, idOf: (name: string) => present(adopted.outcomeIds.get(name), name) };
}

test('outcomes are marked as known by heart and back, each turn in the decision log; the rest stays', async () => {
	const { communityId, idOf } = await withOutcomes();
	const shown = [idOf('halves'), idOf('thirds')];
	const mark = (...ticked: readonly OutcomeId[]) =>
		must(
			as(
				'teacher',
				(scope) => markOutcomes(scope, { 'shown[]': shown, 'byHeart[]': [...ticked] }),
				communityId
			)
		);
	const marked = async () =>
		(await byHeartOf('leader', communityId))?.outcomes
			.filter(({ isByHeart }) => isByHeart)
			.map(({ outcomeId }) => outcomeId);
	expect(await mark(idOf('thirds'))).toEqual({ turned: 1 });
	expect(await mark(idOf('thirds'))).toEqual({ turned: 0 });
	expect(await marked()).toEqual([idOf('thirds')]);
	expect(await mark(idOf('halves'))).toEqual({ turned: 2 });
	expect(await marked()).toEqual([idOf('halves')]);
	const turns = await app.read(testSystem(communityId), (scope) =>
		scope.tx
			.$extendTables<AuditTables>()
			.selectFrom('decision')
			.select(['object_id', 'changes'])
			.where('community_id', '=', communityId)
			.where('action', '=', 'curriculum.mark-by-heart')
			.execute()
	);
	expect(turns).toHaveLength(3);
	expect(turns).toContainEqual({
		object_id: idOf('thirds'),
		changes: { byHeart: [true, false] }
	});
	expect((await byHeartOf('administrator', communityId))?.strand).toMatchObject({
		name: 'Number',
		outcomes: 3,
		byHeart: 1
	});
});

test.each(['learner', 'family', 'mentor', 'support'] as const)(
	'a %s may neither see nor mark what is known by heart',
	async (role) => {
		const { communityId, idOf } = await withOutcomes();
		const halves = { 'shown[]': [idOf('halves')], 'byHeart[]': [idOf('halves')] };
		expect(await as(role, (scope) => markOutcomes(scope, halves), communityId)).toEqual(refused);
		expect(await byHeartOf(role, communityId)).toBeUndefined();
		expect((await byHeartOf('teacher', communityId))?.strand?.byHeart).toBe(0);
	}
);

test('headings and outcomes of another community cannot be marked, nor one that was not shown', async () => {
	const { communityId, idOf } = await withOutcomes();
	const theirs = await withOutcomes();
	const [halves, stranger] = [idOf('halves'), theirs.idOf('halves')];
	for (const [shown, ticked] of [
		[[halves, stranger], [stranger]],
		[[halves], [idOf('thirds')]],
		[[idOf('fractions')], [idOf('fractions')]]
	] as const) {
		const input = { 'shown[]': [...shown], 'byHeart[]': [...ticked] };
		expect(await as('teacher', (scope) => markOutcomes(scope, input), communityId)).toEqual(
			refused
		);
	}
	for (const community of [communityId, theirs.communityId])
		expect((await byHeartOf('teacher', community))?.strand?.byHeart).toBe(0);
});

test('a community without outcomes has an empty page, and a strand is read on from a place', async () => {
	const communityId = await foundTestCommunity(app);
	expect(await byHeartOf('teacher', communityId)).toEqual({
		strands: [],
		strand: null,
		outcomes: [],
		next: null
	});
	const full = await withOutcomes();
	const all = await byHeartOf('teacher', full.communityId);
	const second = present(all?.outcomes[1], 'a second outcome');
	const rest = await app.read(someone(full.communityId, 'teacher'), (scope) =>
		listByHeart(scope, { strandId: null, from: second.position })
	);
	expect(rest?.outcomes).toEqual(all?.outcomes.slice(1));
});
