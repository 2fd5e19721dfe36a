import type { SessionToday } from '#lib/server/modules/organiser/index.ts';
import type { SessionLine } from '#lib/ui/patterns/staff/session-line.ts';

/** An adult's sessions of today as Today shows them, seen at a time of day. */
export const toSessionLines = (
	sessions: readonly SessionToday[],
	time: string
): readonly SessionLine[] =>
	sessions.map(({ startsAt, endsAt, here, notHere, elsewhere, expected, ...session }) => {
		const [from, until] = [startsAt.slice(0, 5), endsAt.slice(0, 5)];
		const { sessionId, title, room, periodName, learner } = session;
		return {
			sessionId,
			title,
			room,
			periodName,
			learner,
			startsAt: from,
			when: until <= time ? 'done' : from <= time ? 'now' : 'later',
			expected,
			here,
			gone: notHere + elsewhere,
			unmarked: expected - here - notHere - elsewhere
		};
	});
