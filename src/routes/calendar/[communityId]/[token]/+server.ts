import { error } from '@sveltejs/kit';
import { writeCalendar } from '#lib/server/interop/icalendar/index.ts';
import { readFeed, type FeedSession } from '#lib/server/modules/organiser/index.ts';
import { instantAt } from '#lib/server/platform/clock/index.ts';
import { createRateLimit } from '#lib/server/platform/http/rate-limit.ts';
import { isUuid, toId, type CommunityId } from '#lib/server/platform/ids.ts';
import { m } from '#lib/paraglide/messages.js';
import type { RequestHandler } from './$types';

/** A calendar asks a few times an hour; a school behind one address, some hundred times. */
const isWithinLimit = createRateLimit({ most: 600, windowMs: 15 * 60_000 });

const toEvent = (session: FeedSession) => ({
	uid: `${session.sessionId}${session.childId === null ? '' : `-${session.childId}`}@locus`,
	sequence: session.revision,
	stamp: session.publishedAt,
	startsAt: instantAt(session.day, session.startsAt, session.timeZone),
	endsAt: instantAt(session.day, session.endsAt, session.timeZone),
	title: session.child === null ? session.title : `${session.child}: ${session.title}`,
	place: session.room,
	isCancelled: session.isCancelled
});

/** Somebody's own week for their calendar program: who holds the address may read it, nobody else finds anything. */
export const GET: RequestHandler = async ({ locals, params, getClientAddress }) => {
	const { app } = locals;
	if (!isWithinLimit(getClientAddress(), app.clock.now())) error(429);
	if (!isUuid(params.communityId)) error(404);
	const communityId = toId<CommunityId>(params.communityId);
	const actor = { kind: 'system', communityId, reason: 'a calendar reads its address' } as const;
	const feed = await app.read(actor, (scope) => readFeed(scope, params.token));
	if (!feed) error(404);
	const body = writeCalendar({
		name: m.calendar_name({ name: feed.called }),
		product: '-//Locus//Locus//EN',
		events: feed.sessions.map(toEvent)
	});
	return new Response(body, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="locus.ics"',
			'cache-control': 'private, no-store'
		}
	});
};
