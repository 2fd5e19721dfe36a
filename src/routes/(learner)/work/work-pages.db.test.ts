import { rm } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { addLearners, adultActor, learnerActor } from '#lib/server/modules/evidence/testing.ts';
import { listWork, type ArtefactId } from '#lib/server/modules/portfolio/index.ts';
import type { PersonActor } from '#lib/server/platform/access/index.ts';
import { countingStatements } from '#lib/server/platform/db/statements.ts';
import { createTestApp, type TestApp } from '#lib/server/platform/db/testing.ts';
import { newUuid, type PersonId } from '#lib/server/platform/ids.ts';
import { present } from '#lib/server/platform/invariant.ts';
import { GET as getFile } from '../../files/[fileId]/+server.ts';
import { load as loadList } from './+page.server.ts';
import { actions, load as loadNew } from './new/+page.server.ts';
import { load as loadWork } from './[artefactId]/+page.server.ts';
import { openPage, type Page, type PageRequest } from '../../testing.ts';

let app: TestApp;
let learner: PersonActor;
let other: PersonActor;
let teacher: PersonActor;

beforeAll(async () => {
	app = await createTestApp(inject('database'));
	const [mine, theirs] = await app.changeAll(app.communityId, 'a test', (scope) =>
		addLearners(scope, ['Aroha', 'Finn'])
	);
	if (!mine || !theirs) throw new Error('two learners were added');
	learner = learnerActor(app.communityId, mine);
	other = learnerActor(app.communityId, theirs);
	teacher = adultActor(app.communityId, 'teaches', mine);
});
afterAll(async () => {
	await app.close();
	await rm(app.config.dataFolder, { recursive: true, force: true });
});

const open = (page: Page, actor: PersonActor, params?: PageRequest['params']) =>
	openPage(app, page, actor, { params });

function formOf(file: File, id = newUuid<ArtefactId>(new Date())): FormData {
	const form = new FormData();
	const fields = {
		id,
		title: 'Ngā manu',
		words: 'Two kererū.',
		place: 'home',
		audience: 'teachers'
	};
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	form.append('files[]', new File([], ''));
	form.append('files[]', file);
	return form;
}

const send = async (actor: PersonActor, form: FormData) => {
	try {
		return await openPage(app, present(actions['add'], 'the action'), actor, { body: form });
	} catch (redirected) {
		return redirected;
	}
};

const photo = async () =>
	new File(
		[
			new Uint8Array(
				await sharp({ create: { width: 60, height: 40, channels: 3, background: '#7fb3b0' } })
					.jpeg()
					.toBuffer()
			)
		],
		'manu.jpg'
	);
const mine = (personId: PersonId) =>
	app.read(learner, (scope) => listWork(scope, personId)).then(({ works }) => works);

describe('adding a work', () => {
	test('TS11 a refused file keeps the words, and nothing of the work', async () => {
		const svg = new File(['<?xml version="1.0"?><svg><script/></svg>'], 'manu.png');
		expect(await send(learner, formOf(svg))).toMatchObject({
			status: 422,
			data: {
				error: { code: 'file.kind-not-taken', field: 'files[]' },
				values: { title: 'Ngā manu', words: 'Two kererū.', place: 'home' }
			}
		});
		expect(await mine(learner.personId)).toEqual([]);
	});

	test('a photo is kept with the work; sent twice it is one work', async () => {
		const id = newUuid<ArtefactId>(new Date());
		for (let sent = 0; sent < 2; sent += 1) {
			expect(await send(learner, formOf(await photo(), id))).toMatchObject({
				status: 303,
				location: `/work/${id}?kept=1`
			});
		}
		const works = await mine(learner.personId);
		expect(works.map(({ picture }) => picture?.mediaType)).toEqual(['image/webp']);
	});
});

describe('pages of one’s own work', () => {
	test('a learner page takes four statements beside the session', async () => {
		const [work] = await mine(learner.personId);
		const params = { artefactId: work?.artefactId ?? '' };
		const pages: readonly (readonly [Page, Readonly<Record<string, string>>])[] = [
			[loadList, {}],
			[loadNew, {}],
			[loadWork, params]
		];
		for (const [page, named] of pages) {
			const count = await countingStatements(async (statements) => {
				await open(page, learner, named);
				return statements.count;
			});
			expect(count).toBeGreaterThan(0);
			expect(count).toBeLessThanOrEqual(4);
		}
	});

	test('TS3 another learner’s work, a missing one and nonsense are the same', async () => {
		const [work] = await mine(learner.personId);
		const params = [work?.artefactId ?? '', newUuid(new Date()), 'nonsense'];
		for (const artefactId of params) {
			await expect(open(loadWork, other, { artefactId })).rejects.toMatchObject({ status: 404 });
		}
	});

	test('TS11 a file goes to whom its work is open, and to nobody else', async () => {
		const [work] = await mine(learner.personId);
		const params = { fileId: work?.picture?.fileId ?? '' };
		for (const actor of [learner, teacher]) {
			const response = await open(getFile, actor, params);
			expect(response).toMatchObject({ status: 200 });
		}
		for (const actor of [other, adultActor(app.communityId, 'family-of', learner.personId)]) {
			await expect(open(getFile, actor, params)).rejects.toMatchObject({ status: 404 });
		}
		for (const fileId of [newUuid(new Date()), '../../etc/passwd']) {
			await expect(open(getFile, learner, { fileId })).rejects.toMatchObject({ status: 404 });
		}
	});
});
