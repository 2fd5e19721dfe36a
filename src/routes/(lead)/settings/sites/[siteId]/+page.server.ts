import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import {
	copyGridDay,
	removeGridPeriod,
	saveGridPeriod,
	saveWeekRule,
	saveWeekRuleInput,
	weekRuleOf
} from '#lib/server/modules/organiser/index.ts';
import {
	changeSchool,
	closeDays,
	closeDaysInput,
	copyDayInput,
	listAllRooms,
	listClosedDays,
	listPeriods,
	listSites,
	listSiteTerms,
	openDays,
	openDaysInput,
	removePeriodInput,
	removeTerm,
	removeTermInput,
	restoreRoom,
	retireRoom,
	roomInput,
	savePeriodInput,
	saveRoom,
	saveRoomInput,
	saveTerm,
	saveTermInput,
	startGrid,
	startGridInput
} from '#lib/server/modules/school/index.ts';
import { may } from '#lib/server/platform/access/index.ts';
import { addDays, schoolDay } from '#lib/server/platform/clock/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid, newUuid, toId, type SiteId } from '#lib/server/platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';
import { daySpans, gridDays, sayDays } from './site-view.ts';

const yearAhead = 400;

/** A site's days and places: terms, holidays, the grid, rooms, and how its weeks are made. Eight statements. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	if (!may(locals.actor(), changeSchool) || !isUuid(params.siteId)) error(404);
	const siteId = toId<SiteId>(params.siteId);
	const found = await locals.read(async (scope) => {
		const site = (await listSites(scope)).find((each) => each.siteId === siteId);
		if (!site) return null;
		const today = schoolDay(scope.now, site.timeZone);
		return {
			site,
			today,
			terms: await listSiteTerms(scope, siteId, today),
			closed: await listClosedDays(scope, siteId, {
				from: today,
				until: addDays(today, yearAhead)
			}),
			periods: await listPeriods(scope, siteId),
			rooms: await listAllRooms(scope, siteId),
			rule: await weekRuleOf(scope, siteId)
		};
	});
	if (!found) error(404);
	const { site, today, terms, closed, periods, rooms, rule } = found;
	const fresh = () => newUuid(locals.app.clock.now());
	return {
		site: { siteId: site.siteId, name: site.name },
		today,
		terms: terms
			.filter(({ kind }) => kind === 'term')
			.map((term) => ({ ...term, days: sayDays(term.startsOn, term.endsOn, locals.locale) })),
		closed: daySpans(closed, locals.locale),
		days: gridDays(periods),
		rooms: rooms.map(({ roomId, name, seats, features, area, retiredAt }) => ({
			roomId,
			name,
			seats,
			features: features.join(', '),
			area: area ?? '',
			isRetired: retiredAt !== null
		})),
		rule: {
			...rule,
			closesAt: rule.closesAt.slice(0, 5),
			money: rule.moneyMinor === null ? '' : String(rule.moneyMinor / 100),
			adultHours: rule.adultMinutes === null ? '' : String(Math.round(rule.adultMinutes / 60))
		},
		fresh: { term: fresh(), room: fresh(), periods: [1, 2, 3, 4, 5, 6, 7].map(fresh) },
		undo: undoIn(url.searchParams),
		isKept: url.searchParams.has('kept'),
		/** The one thing whose form is open: so many forms at once would be a long page. */
		open: url.searchParams.get('open') ?? ''
	};
};

/** What was just taken away and can be brought back, as the address says it. */
function undoIn(query: URLSearchParams) {
	const action = query.get('undo');
	switch (action) {
		case 'room': {
			const roomId = query.get('roomId') ?? '';
			return isUuid(roomId) ? { action: 'restoreRoom', fields: { roomId } } : null;
		}
		case 'saveTerm':
		case 'savePeriod':
		case 'close': {
			const fields = Object.fromEntries([...query].filter(([name]) => name !== 'undo'));
			return { action, fields };
		}
		default:
			return null;
	}
}

const here = ({ params }: RequestEvent) => `/settings/sites/${params.siteId}`;
const kept = (event: RequestEvent, part: string) => redirect(303, `${here(event)}?kept#${part}`);
const undoable = (event: RequestEvent, part: string, fields: Record<string, string>) =>
	redirect(303, `${here(event)}?${new URLSearchParams(fields)}#${part}`);

export const actions: Actions = {
	saveTerm: async (event) =>
		(await answerForm(event, saveTermInput, saveTerm)).refusal ?? kept(event, 'terms'),
	removeTerm: async (event) => {
		const answer = await answerForm(event, removeTermInput, removeTerm);
		if (answer.refusal) return answer.refusal;
		const { removed } = answer.value;
		if (!removed) return kept(event, 'terms');
		const { termId, name, startsOn, endsOn, siteId } = removed;
		return undoable(event, 'terms', {
			undo: 'saveTerm',
			termId,
			siteId: siteId ?? event.params.siteId ?? '',
			name,
			startsOn,
			endsOn,
			everySite: siteId === null ? 'yes' : ''
		});
	},
	close: async (event) =>
		(await answerForm(event, closeDaysInput, closeDays)).refusal ?? kept(event, 'closed'),
	open: async (event) => {
		const answer = await answerForm(event, openDaysInput, openDays);
		return answer.refusal ?? undoable(event, 'closed', { undo: 'close', ...answer.value });
	},
	savePeriod: async (event) =>
		(await answerForm(event, savePeriodInput, saveGridPeriod)).refusal ?? kept(event, 'grid'),
	removePeriod: async (event) => {
		const answer = await answerForm(event, removePeriodInput, removeGridPeriod);
		if (answer.refusal) return answer.refusal;
		const { weekday, startsAt, endsAt, ...rest } = answer.value.removed;
		const times = { startsAt: startsAt.slice(0, 5), endsAt: endsAt.slice(0, 5) };
		return undoable(event, 'grid', {
			undo: 'savePeriod',
			...rest,
			...times,
			weekday: String(weekday)
		});
	},
	copyDay: async (event) =>
		(await answerForm(event, copyDayInput, copyGridDay)).refusal ?? kept(event, 'grid'),
	startGrid: async (event) =>
		(await answerForm(event, startGridInput, startGrid)).refusal ?? kept(event, 'grid'),
	saveRoom: async (event) =>
		(await answerForm(event, saveRoomInput, saveRoom)).refusal ?? kept(event, 'rooms'),
	retireRoom: async (event) => {
		const answer = await answerForm(event, roomInput, retireRoom);
		return (
			answer.refusal ?? undoable(event, 'rooms', { undo: 'room', roomId: answer.value.roomId })
		);
	},
	restoreRoom: async (event) =>
		(await answerForm(event, roomInput, restoreRoom)).refusal ?? kept(event, 'rooms'),
	rule: async (event) =>
		(await answerForm(event, saveWeekRuleInput, saveWeekRule)).refusal ?? kept(event, 'rule')
};
