import { expect, test } from 'vitest';
import { foldStudy, type BlockView } from './own-week-view.ts';

const block = (startsAt: string, more: Partial<BlockView> = {}): BlockView => ({
	key: startsAt,
	startsAt,
	endsAt: startsAt,
	when: 'later',
	title: null,
	room: null,
	adult: null,
	why: null,
	rank: null,
	reason: null,
	meant: [],
	drawing: null,
	...more
});
const starts = (blocks: readonly BlockView[]) => foldStudy(blocks).map(({ startsAt }) => startsAt);

test('study that goes on is one line, until a session', () => {
	const day = [block('09:05'), block('09:55'), block('11:10', { title: 'Gears' }), block('12:00')];
	expect(starts(day)).toEqual(['09:05', '11:10', '12:00']);
});

test('what I mean to do, and what goes on now, keep lines of their own', () => {
	expect(starts([block('09:05'), block('09:55', { meant: ['My map'] })])).toHaveLength(2);
	expect(starts([block('09:05', { when: 'done' }), block('09:55', { when: 'now' })])).toHaveLength(
		2
	);
});
