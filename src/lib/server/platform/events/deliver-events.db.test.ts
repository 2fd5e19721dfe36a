import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { createTestApp, type TestApp } from '../db/testing.ts';
import { newUuid, type Uuid } from '../ids.ts';
import { createLog } from '../log/index.ts';
import { fail, ok } from '../result.ts';
import { announce, deleteDelivered, deliverEvents, type Subscriptions } from './index.ts';

let app: TestApp;
let now = new Date('2026-11-25T01:00:00Z');
let lines: string[] = [];
const clock = { now: () => now };
beforeAll(async () => (app = await createTestApp(inject('database'), { clock })));
afterAll(() => app.close());
beforeEach(() => (lines = []));

const systemActor = () =>
	({ kind: 'system', communityId: app.communityId, reason: 'a test' }) as const;

const deliver = (subscriptions: Subscriptions) =>
	deliverEvents(
		{
			subscriptions,
			log: createLog((line) => lines.push(line)),
			change: (communityId, work) => app.changeAll(communityId, 'a test delivers', work)
		},
		app.communityId
	);

/** Each a moment after the other: facts of one instant have no order. */
function tell(learnerId: Uuid) {
	now = new Date(now.getTime() + 1);
	return app.change(systemActor(), async (scope) => {
		await announce(scope, 'evidence.recorded', { learnerId });
		return ok(null);
	});
}

test('what a failed command announced never happened', async () => {
	await app.change(systemActor(), async (scope) => {
		await announce(scope, 'evidence.recorded', { learnerId: newUuid(now) });
		return fail('plans.not-found');
	});
	expect(await deliver({})).toBe(0);
});

test('every fact is told once, in the order it happened', async () => {
	const ids = [newUuid(now), newUuid(now), newUuid(now)];
	for (const id of ids) await tell(id);
	const heard: Uuid[] = [];
	const subscriptions: Subscriptions = {
		'evidence.recorded': [
			async (_scope, payloads) => void heard.push(...payloads.map((payload) => payload.learnerId))
		]
	};
	expect(await deliver(subscriptions)).toBe(3);
	expect(await deliver(subscriptions)).toBe(0);
	expect(heard).toEqual(ids);
});

test('a fact that cannot be delivered waits, longer each time, and holds up no other', async () => {
	const [broken, fine] = [newUuid(now), newUuid(now)];
	await tell(broken);
	await tell(fine);
	let isMended = false;
	const heard: Uuid[] = [];
	const subscriptions: Subscriptions = {
		'evidence.recorded': [
			async (_scope, payloads) => {
				if (!isMended && payloads.some(({ learnerId }) => learnerId === broken))
					throw new RangeError('no such learner');
				heard.push(...payloads.map(({ learnerId }) => learnerId));
			}
		]
	};
	expect(await deliver(subscriptions)).toBe(1);
	expect(heard).toEqual([fine]);
	expect(await deliver(subscriptions)).toBe(0);
	expect(lines.join('')).toContain('event.postponed');
	expect(lines.join('')).not.toContain('no such learner');

	isMended = true;
	now = new Date(now.getTime() + 60_000);
	expect(await deliver(subscriptions)).toBe(1);
	expect(heard).toEqual([fine, broken]);
});

test('after five failures somebody is called', async () => {
	await tell(newUuid(now));
	const subscriptions: Subscriptions = {
		'evidence.recorded': [() => Promise.reject(new RangeError('never'))]
	};
	for (let attempt = 1; attempt <= 5; attempt++) {
		expect(await deliver(subscriptions)).toBe(0);
		now = new Date(now.getTime() + 24 * 3_600_000);
	}
	const levels = lines.map((line) => JSON.parse(line).level);
	expect(levels).toEqual(['warn', 'warn', 'warn', 'warn', 'error']);
	expect(await deliver({})).toBe(1);
});

test('what was delivered long ago is forgotten, what still waits is not', async () => {
	await tell(newUuid(now));
	const future = new Date(now.getTime() + 1000);
	const removed = await app.changeAll(app.communityId, 'a test tidies', (scope) =>
		deleteDelivered(scope, future)
	);
	expect(removed).toBe(6);
	expect(await deliver({})).toBe(1);
});
