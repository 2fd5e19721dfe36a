import { expect, test } from 'vitest';
import { toTestDay } from './site.testing.ts';
import { wishesUntil } from './wishes-until.ts';

const rule = { closesWeekday: 4, closesAt: '15:00:00' };
const startsOn = toTestDay('2026-12-07');
const timeZone = 'Pacific/Auckland';
const at = (now: string) => wishesUntil(rule, { startsOn, timeZone, now: new Date(now) });

test('the weekday and time of the week before, where the site is', () => {
	expect(at('2026-11-30T00:00:00Z')).toEqual(new Date('2026-12-03T02:00:00Z'));
});

test('opened after that, a day is left', () => {
	expect(at('2026-12-04T00:00:00Z')).toEqual(new Date('2026-12-05T00:00:00Z'));
});

test('but not longer than until the week begins', () => {
	expect(at('2026-12-06T04:00:00Z')).toEqual(new Date('2026-12-06T11:00:00Z'));
});

test('a week that has begun keeps what the rule said', () => {
	expect(at('2026-12-08T00:00:00Z')).toEqual(new Date('2026-12-06T11:00:00Z'));
});
