import { error } from '@sveltejs/kit';
import { getPrintPage, printKinds, type WeekId } from '#lib/server/modules/organiser/index.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import { isUuid, toId, type GroupId } from '#lib/server/platform/ids.ts';
import { sayShortDay, sayWeek } from '#lib/server/week-words.ts';
import type { PageServerLoad } from './$types';

/** A published week on paper: by home group, learner, adult or room. Eight statements. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	locals.actor();
	const weekId = idInAddress<WeekId>(params.weekId, locals.app.clock.now());
	const kind = printKinds.find((each) => each === url.searchParams.get('by')) ?? 'group';
	const asked = url.searchParams.get('of');
	// One home group at a time: a whole school is a long page, for whoever asks for it.
	const group = isUuid(asked) ? toId<GroupId>(asked) : asked === 'all' ? 'all' : 'first';
	const found = await locals.read((scope) => getPrintPage(scope, weekId, { kind, group }));
	if (!found) error(404);
	const { week, days, groupId, groups, sheets } = found;
	return {
		weekId,
		kind,
		groupId,
		siteName: week.siteName,
		revision: week.revision,
		words: sayWeek(week.startsOn, locals.locale),
		days: days.map((day) => sayShortDay(day, locals.locale)),
		groups,
		sheets
	};
};
