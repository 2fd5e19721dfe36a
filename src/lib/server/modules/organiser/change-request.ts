import * as v from 'valibot';
import { isSchoolDay, type SchoolDay } from '../../platform/clock/index.ts';
import { idField } from '../../platform/http/fields.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { PeriodId, RoomId } from '../school/index.ts';
import type { ChangeKind, OfferId, SessionId, WeekId } from './organiser.tables.ts';

const dayField = () => v.custom<SchoolDay>(isSchoolDay, 'organiser.no-such-day');
const wholeDayOr = v.pipe(
	v.optional(v.string(), ''),
	v.transform((text) => (text === '' ? null : text)),
	v.nullable(idField<PeriodId>())
);
const ofWeek = { weekId: idField<WeekId>() };
/** Seats of learners who are away stay free; where nobody says so they go to those who wished for them. */
const keepFree = v.optional(v.picklist(['', 'yes']));

/** What happened to a published week, as its forms say it. */
export const changeRequest = v.variant('what', [
	/** Something that stands in the tables already: an absence noted elsewhere, a room retired. */
	v.object({ ...ofWeek, what: v.literal('facts'), keepFree }),
	v.object({
		...ofWeek,
		what: v.literal('away'),
		personId: idField<PersonId>(),
		day: dayField(),
		periodId: wholeDayOr,
		keepFree
	}),
	v.object({
		...ofWeek,
		what: v.literal('room'),
		roomId: idField<RoomId>(),
		day: dayField(),
		periodId: wholeDayOr
	}),
	v.object({
		...ofWeek,
		what: v.literal('wish'),
		learnerId: idField<PersonId>(),
		offerId: idField<OfferId>()
	}),
	v.object({
		...ofWeek,
		what: v.literal('move-in'),
		learnerId: idField<PersonId>(),
		sessionId: idField<SessionId>()
	}),
	v.object({
		...ofWeek,
		what: v.literal('move-out'),
		learnerId: idField<PersonId>(),
		sessionId: idField<SessionId>()
	}),
	v.object({ ...ofWeek, what: v.literal('cancel'), sessionId: idField<SessionId>() })
]);
export type ChangeRequest = v.InferOutput<typeof changeRequest>;

/** The kind under which a change is kept. */
export const kindOf: Readonly<Record<ChangeRequest['what'], ChangeKind>> = {
	facts: 'absence',
	away: 'absence',
	room: 'room',
	wish: 'late-wish',
	'move-in': 'by-hand',
	'move-out': 'by-hand',
	cancel: 'by-hand'
};
