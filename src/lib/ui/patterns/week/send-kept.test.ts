import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepList } from './keep-list.ts';
import { keptList, sendKept } from './send-kept.ts';

const kept = { weekId: 'week', list: ['a', 'b'], base: ['a'], at: 0 };
let held: Map<string, string>;

beforeEach(() => {
	held = new Map();
	vi.useFakeTimers({ now: 1_000 });
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => held.get(key) ?? null,
		setItem: (key: string, value: string) => held.set(key, value),
		removeItem: (key: string) => held.delete(key)
	});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const answering = (answer: () => Promise<Response>) => {
	const sent = vi.fn(async (_: string, init: { body: URLSearchParams }) => {
		expect(Object.fromEntries(init.body)).toEqual({
			weekId: 'week',
			learnerId: 'tama',
			list: 'a b',
			base: 'a'
		});
		return answer();
	});
	vi.stubGlobal('fetch', sent);
	return sent;
};
const json = (type: string) => async () => Response.json({ type });

test('what is kept is sent with what it was made from, and forgotten once it has arrived', async () => {
	keepList('tama', kept);
	const sent = answering(json('redirect'));
	await sendKept('tama');
	expect(sent).toHaveBeenCalledTimes(1);
	expect(held.size).toBe(0);
});

test.each([
	['the line is down', () => Promise.reject(new TypeError('offline'))],
	['the machine refuses it', json('failure')],
	['the machine is in trouble', json('error')],
	[
		'a page of the network answers instead',
		async () => new Response('<h1>Sign in to the hotel</h1>')
	]
])('it stays where %s', async (_, answer) => {
	keepList('tama', kept);
	answering(answer);
	await sendKept('tama');
	expect(keptList('tama')).toEqual(kept);
});

test('it is one learner’s: another one of the device neither sends nor sees it', async () => {
	keepList('tama', kept);
	const sent = answering(json('redirect'));
	await sendKept('losa');
	expect(sent).not.toHaveBeenCalled();
	expect([keptList('losa'), keptList('tama')]).toEqual([null, kept]);
});

test('a newer list that was kept meanwhile is not forgotten with the older one', async () => {
	keepList('tama', kept);
	answering(async () => {
		keepList('tama', { ...kept, list: ['b'], at: 500 });
		return Response.json({ type: 'redirect' });
	});
	await sendKept('tama');
	expect(keptList('tama')?.list).toEqual(['b']);
});

test('after a week, or where it is not ours, it is thrown away', () => {
	keepList('tama', { ...kept, at: -7 * 24 * 60 * 60 * 1_000 });
	expect(keptList('tama')).toBeNull();
	held.set('locus.wishes.tama', '{"list":');
	expect(keptList('tama')).toBeNull();
	expect(held.size).toBe(0);
});

test('a browser that may keep nothing is as one that has nothing', () => {
	vi.stubGlobal('localStorage', {
		getItem: () => {
			throw new Error('SecurityError');
		},
		setItem: () => {
			throw new Error('QuotaExceededError');
		}
	});
	keepList('tama', kept);
	expect(keptList('tama')).toBeNull();
});
