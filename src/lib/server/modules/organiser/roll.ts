import type { SchoolDay } from '../../platform/clock/index.ts';
import { isUuid, toId } from '../../platform/ids.ts';
import { isSchoolDay } from '../../platform/clock/index.ts';
import type { PeriodId } from '../school/index.ts';
import type { SessionId, WeekId } from './organiser.tables.ts';

/** Whose roll: of a session, or of supervised study in one period of a day. */
export type RollKey =
	| { readonly kind: 'session'; readonly sessionId: SessionId }
	| {
			readonly kind: 'study';
			readonly weekId: WeekId;
			readonly day: SchoolDay;
			readonly periodId: PeriodId;
	  };

/** As addresses and forms write it: a session's id, or week, day and period. */
export const rollKeyText = (key: RollKey): string =>
	key.kind === 'session' ? key.sessionId : `${key.weekId}~${key.day}~${key.periodId}`;

/** Undefined where the text names no roll. */
export function readRollKey(text: string): RollKey | undefined {
	if (isUuid(text)) return { kind: 'session', sessionId: toId<SessionId>(text) };
	const [weekId, day, periodId, ...rest] = text.split('~');
	if (rest.length > 0 || !isUuid(weekId) || !isSchoolDay(day) || !isUuid(periodId)) {
		return undefined;
	}
	return {
		kind: 'study',
		weekId: toId<WeekId>(weekId),
		day,
		periodId: toId<PeriodId>(periodId)
	};
}

/** So many minutes after a period began somebody who is not on a roll that was taken is missing. */
export const minutesUntilMissed = 10;
