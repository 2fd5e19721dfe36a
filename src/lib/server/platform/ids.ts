import { randomBytes } from 'node:crypto';
import type { Brand } from '#engines/kernel/index.ts';

declare const idOf: unique symbol;

/** A UUID in lower-case text. */
export type Uuid = Brand<string, 'uuid'>;
/** A UUID that names one kind of thing; the brand stacks on `Uuid`, so it needs a symbol of its own. */
export type Id<Kind extends string> = Uuid & { readonly [idOf]: Kind };
export type CommunityId = Id<'community'>;
export type SiteId = Id<'site'>;
export type PersonId = Id<'person'>;
export type GroupId = Id<'group'>;
export type OutcomeId = Id<'outcome'>;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isUuid = (value: unknown): value is Uuid =>
	typeof value === 'string' && uuidPattern.test(value);

/** The id as a brand of its kind; throws `TypeError` when it is no lower-case UUID. */
export function toId<Id extends Uuid>(value: string): Id {
	if (!isUuid(value)) throw new TypeError('not a UUID');
	// SAFETY: the pattern was checked; which kind of id it is, the caller's column says.
	return value as Id;
}

/** A UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds, then randomness, so that keys grow with time. */
export function newUuid<Id extends Uuid = Uuid>(
	instant: Date,
	random: (size: number) => Uint8Array = randomBytes
): Id {
	const bytes = Buffer.alloc(16);
	bytes.writeUIntBE(instant.getTime(), 0, 6);
	bytes.set(random(10), 6);
	bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
	bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
	const hex = bytes.toString('hex');
	return toId(
		`${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
	);
}
