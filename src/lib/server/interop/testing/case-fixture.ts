import type { SourceFile } from '../text/index.ts';

type Json = Readonly<Record<string, unknown>>;

/** A UUID of the fixture, so that tests can name items by a small number. */
export const uuid = (number: number): string =>
	`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const DOCUMENT = 900;
const changed = '2026-02-03T09:00:00+13:00';

export const link = (number: number): Json => ({
	title: `entry ${number}`,
	identifier: uuid(number),
	uri: `https://example.org/${uuid(number)}`
});

export const documentLink = link(DOCUMENT);

/** A whole item with code `C<number>`. */
export const item = (number: number, more: Json = {}): Json => ({
	identifier: uuid(number),
	uri: `https://example.org/items/${number}`,
	humanCodingScheme: `C${number}`,
	fullStatement: `Statement ${number}`,
	CFItemType: 'Standard',
	educationLevel: ['02', '03'],
	lastChangeDateTime: changed,
	...more
});

/** A whole association; its own id is made of its ends. */
export const association = (type: string, from: number, to: number, more: Json = {}): Json => ({
	identifier: uuid(1_000_000 + type.length * 100_000 + from * 300 + to),
	uri: 'https://example.org/associations/1',
	associationType: type,
	originNodeURI: link(from),
	destinationNodeURI: to === DOCUMENT ? documentLink : link(to),
	lastChangeDateTime: changed,
	...more
});

export const underDocument = (number: number, more: Json = {}): Json =>
	association('isChildOf', number, DOCUMENT, more);

/** A whole valid package: a domain of two items, the first of which precedes the second. */
export function casePackage(parts: Json = {}): Json {
	return {
		CFDocument: {
			identifier: uuid(DOCUMENT),
			uri: 'https://example.org/documents/1',
			title: 'Numbers',
			creator: 'Test',
			language: 'en',
			subject: ['Mathematics'],
			lastChangeDateTime: changed,
			licenseURI: link(901)
		},
		CFItems: [
			item(1, { CFItemType: 'Domain', educationLevel: [] }),
			item(2),
			item(3, { educationLevel: ['07'] })
		],
		CFAssociations: [
			underDocument(1),
			association('isChildOf', 2, 1, { sequenceNumber: 2 }),
			association('isChildOf', 3, 1, { sequenceNumber: 1 }),
			association('precedes', 2, 3)
		],
		CFDefinitions: { CFLicenses: [{ identifier: uuid(901), title: 'Open', licenseText: 'Free.' }] },
		...parts
	};
}

export const caseFile = (value: unknown): SourceFile => ({
	name: 'framework.json',
	content: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
});
