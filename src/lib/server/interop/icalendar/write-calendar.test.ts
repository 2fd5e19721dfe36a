import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText, fold, writeCalendar, type CalendarEvent } from './write-calendar.ts';

/*
 * The other side, read from RFC 5545 and knowing nothing of the writer: lines end by CRLF, a line that begins with a space
 * continues the one before, a property is NAME:value, and text has four escapes.
 */

function unfold(text: string): readonly string[] {
	expect(text.endsWith('\r\n')).toBe(true);
	return text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
}

const readText = (value: string): string =>
	value.replaceAll(/\\(.)/g, (_, escaped: string) => (/[nN]/.test(escaped) ? '\n' : escaped));

function readEvents(text: string): readonly ReadonlyMap<string, string>[] {
	const events: Map<string, string>[] = [];
	for (const line of unfold(text)) {
		const [, name = '', value = ''] = /^([A-Z-]+):(.*)$/s.exec(line) ?? [];
		if (line === 'BEGIN:VEVENT') events.push(new Map());
		else events.at(-1)?.set(name, value);
	}
	return events;
}

function readInstant(value: string | undefined): Date {
	const [, y, mo, d, h, mi, s] =
		/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value ?? '') ?? [];
	return new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
}

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
	uid: 'one@locus',
	sequence: 3,
	stamp: new Date('2026-11-30T20:00:00Z'),
	startsAt: new Date('2026-12-01T21:55:00Z'),
	endsAt: new Date('2026-12-01T23:30:00Z'),
	title: 'Bread and fractions',
	place: 'Primary kitchen',
	isCancelled: false,
	...more
});
const written = (...events: readonly CalendarEvent[]) =>
	writeCalendar({ name: 'My week', product: '-//Locus//EN', events });

test('an event says what, where and when, under a key that stays', () => {
	const [read] = readEvents(written(event()));
	expect(Object.fromEntries(read ?? [])).toMatchObject({
		UID: 'one@locus',
		SEQUENCE: '3',
		DTSTAMP: '20261130T200000Z',
		DTSTART: '20261201T215500Z',
		DTEND: '20261201T233000Z',
		SUMMARY: 'Bread and fractions',
		LOCATION: 'Primary kitchen',
		STATUS: 'CONFIRMED'
	});
});

test('what was cancelled says so; a place that is not known is left out', () => {
	const [read] = readEvents(written(event({ isCancelled: true, place: null })));
	expect(read?.get('STATUS')).toBe('CANCELLED');
	expect(read?.has('LOCATION')).toBe(false);
});

test('a calendar without events is a calendar', () => {
	expect(unfold(written())).toEqual([
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Locus//EN',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		'X-WR-CALNAME:My week',
		'END:VCALENDAR'
	]);
});

describe('any title', () => {
	const titles = fc.string({ unit: 'grapheme', maxLength: 200 });

	test('comes back as it was, but for control characters', () => {
		fc.assert(
			fc.property(titles, (title) => {
				const [read] = readEvents(written(event({ title })));
				const plain = title
					.replaceAll(/\r\n|\r/g, '\n')
					// eslint-disable-next-line no-control-regex -- the ones that no calendar may hold
					.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
				expect(readText(read?.get('SUMMARY') ?? '')).toBe(plain);
			})
		);
	});

	test('makes no line longer than 75 octets, and cuts no character', () => {
		fc.assert(
			fc.property(titles, (title) => {
				for (const line of written(event({ title })).split('\r\n')) {
					expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
					expect(line).not.toContain('\uFFFD');
				}
			})
		);
	});

	test('adds no line of its own: an event stays one event', () => {
		const title = 'Art\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Not asked for';
		expect(readEvents(written(event({ title })))).toHaveLength(1);
	});
});

test('instants come back to the second', () => {
	fc.assert(
		fc.property(
			fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
			(at) => {
				const startsAt = new Date(Math.floor(at.getTime() / 1_000) * 1_000);
				const [read] = readEvents(written(event({ startsAt })));
				expect(readInstant(read?.get('DTSTART'))).toEqual(startsAt);
			}
		)
	);
});

test.each([
	['Art, music; both', String.raw`Art\, music\; both`],
	['a\\b', String.raw`a\\b`],
	['one\ntwo', String.raw`one\ntwo`]
])('%j is escaped', (text, escaped) => {
	expect(escapeText(text)).toBe(escaped);
});

test('a line of exactly 75 octets is not folded, one more is', () => {
	expect(fold('x'.repeat(75))).toBe('x'.repeat(75));
	expect(fold('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
	// A macron takes two octets: it moves to the next line whole.
	expect(fold(`${'x'.repeat(74)}ā`)).toBe(`${'x'.repeat(74)}\r\n ā`);
});
