/** One thing at a time and place, as a calendar shows it. */
export interface CalendarEvent {
	/** The same for ever, so that a calendar changes an event and does not add another. */
	readonly uid: string;
	/** Grows with each change. */
	readonly sequence: number;
	/** When this was written down. */
	readonly stamp: Date;
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly title: string;
	readonly place: string | null;
	readonly isCancelled: boolean;
}

export interface Calendar {
	readonly name: string;
	/** Who writes it, `-//Locus//EN`. */
	readonly product: string;
	readonly events: readonly CalendarEvent[];
}

const mostOctets = 75;
const encoder = new TextEncoder();

/** `20261201T200000Z`: an instant in UTC (RFC 5545, 3.3.5), so that no time zone has to be described. */
export const utc = (at: Date): string =>
	`${at.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`;

/** Backslash, semicolon, comma and line end as RFC 5545, 3.3.11 wants them; other control characters are left out. */
export const escapeText = (text: string): string =>
	text
		.replaceAll('\\', '\\\\')
		.replaceAll(';', String.raw`\;`)
		.replaceAll(',', String.raw`\,`)
		.replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
		// eslint-disable-next-line no-control-regex -- they are what is left out
		.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** A content line of at most 75 octets a piece, never cut inside a character (RFC 5545, 3.1). */
export function fold(line: string): string {
	const pieces: string[] = [];
	let piece = '';
	let octets = 0;
	for (const character of line) {
		const size = encoder.encode(character).length;
		// A continuation begins with a space, which counts.
		if (octets + size > mostOctets) {
			pieces.push(piece);
			piece = ' ';
			octets = 1;
		}
		piece += character;
		octets += size;
	}
	return [...pieces, piece].join('\r\n');
}

const eventLines = (event: CalendarEvent): readonly string[] => [
	'BEGIN:VEVENT',
	`UID:${escapeText(event.uid)}`,
	`DTSTAMP:${utc(event.stamp)}`,
	`SEQUENCE:${event.sequence}`,
	`DTSTART:${utc(event.startsAt)}`,
	`DTEND:${utc(event.endsAt)}`,
	`SUMMARY:${escapeText(event.title)}`,
	...(event.place === null ? [] : [`LOCATION:${escapeText(event.place)}`]),
	`STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
	'END:VEVENT'
];

/** A calendar as `text/calendar` (RFC 5545), its lines ended by CRLF. */
export function writeCalendar({ name, product, events }: Calendar): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		`PRODID:${escapeText(product)}`,
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		`X-WR-CALNAME:${escapeText(name)}`,
		...events.flatMap(eventLines),
		'END:VCALENDAR'
	];
	return `${lines.map(fold).join('\r\n')}\r\n`;
}
