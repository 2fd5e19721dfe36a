import { error, redirect } from '@sveltejs/kit';
import {
	absenceInput,
	addAbsence,
	addAbsenceInput,
	listAbsences,
	listLoads,
	listOwnSites,
	listSitePeople,
	listUntoldWeeks,
	removeAbsence,
	restoreAbsence,
	setLoad,
	setLoadInput
} from '#lib/server/modules/organiser/index.ts';
import { listPeriods, listRooms } from '#lib/server/modules/school/index.ts';
import { schoolDay, timeOfDay, type SchoolDay } from '#lib/server/platform/clock/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { isUuid, newUuid } from '#lib/server/platform/ids.ts';
import { sayWeek } from '#lib/server/week-words.ts';
import { sayFromUntil } from '#lib/ui/patterns/date-format.ts';
import { weekdayWords } from '#lib/ui/patterns/week/weekday-words.ts';
import type { Actions, PageServerLoad } from './$types';

const sayDays = (from: SchoolDay, until: SchoolDay, locale: string): string =>
	sayFromUntil(from, until, locale, { weekday: 'short', day: 'numeric', month: 'short' });

/** Who is away at a site, and which rooms cannot be used. Ten statements. */
export const load: PageServerLoad = async ({ locals, url }) => {
	locals.actor();
	const found = await locals.read(async (scope) => {
		const sites = await listOwnSites(scope);
		const site = sites.find(({ siteId }) => siteId === url.searchParams.get('site')) ?? sites[0];
		if (!site) return null;
		const { siteId } = site;
		const today = schoolDay(scope.now, site.timeZone);
		const [absences, adults, learners, rooms, inDay, loads, untold] = await Promise.all([
			listAbsences(scope, siteId, { from: today }),
			listSitePeople(scope, siteId, 'adults'),
			listSitePeople(scope, siteId, 'learners'),
			listRooms(scope, siteId),
			listPeriods(scope, siteId),
			listLoads(scope),
			listUntoldWeeks(scope, siteId, {
				from: today,
				time: timeOfDay(scope.now, site.timeZone)
			})
		]);
		const periods = inDay.filter(({ kind }) => kind === 'learning');
		return { sites, site, today, absences, adults, learners, rooms, periods, loads, untold };
	});
	if (!found) error(404);
	const { sites, site, today, absences, adults, learners, rooms, periods, loads, untold } = found;
	const periodWords = new Map(
		periods.map(({ periodId, weekday, name }) => [periodId, `${weekdayWords(weekday)}, ${name}`])
	);
	const removed = url.searchParams.get('removed');
	return {
		sites: sites.map(({ siteId, name }) => ({ siteId, name })),
		site: { siteId: site.siteId, name: site.name },
		today,
		absences: absences.map((absence) => ({
			absenceId: absence.absenceId,
			name: absence.name,
			of: absence.roomId
				? ('room' as const)
				: absence.isLearner
					? ('learner' as const)
					: ('adult' as const),
			days: sayDays(absence.startsOn, absence.endsOn, locals.locale),
			period: absence.periodId && (periodWords.get(absence.periodId) ?? null),
			words: absence.words
		})),
		who: {
			adults: adults.map(({ personId, called }) => ({ personId, called })),
			learners: learners.map(({ personId, fullName }) => ({ personId, fullName })),
			rooms: rooms.map(({ roomId, name }) => ({ roomId, name }))
		},
		periods: [...periodWords].map(([value, text]) => ({ value, text })),
		loads: adults.map(({ personId, called }) => ({
			personId,
			called,
			most: loads.get(personId) ?? null
		})),
		untold: untold.map(({ weekId, startsOn, sessions, seats }) => ({
			weekId,
			words: sayWeek(startsOn, locals.locale),
			sessions,
			seats
		})),
		absenceId: newUuid(locals.app.clock.now()),
		removed: isUuid(removed) ? removed : null,
		isKept: url.searchParams.has('kept')
	};
};

const back = (url: URL, fields: Readonly<Record<string, string>>) => {
	const site = url.searchParams.get('site');
	const query = new URLSearchParams({ ...(isUuid(site) && { site }), ...fields });
	return redirect(303, `/staff/away?${query}`);
};

export const actions: Actions = {
	add: async (event) =>
		(await answerForm(event, addAbsenceInput, addAbsence)).refusal ??
		back(event.url, { kept: 'yes' }),
	remove: async (event) => {
		const answer = await answerForm(event, absenceInput, removeAbsence);
		return answer.refusal ?? back(event.url, { removed: answer.value.absenceId });
	},
	restore: async (event) =>
		(await answerForm(event, absenceInput, restoreAbsence)).refusal ??
		back(event.url, { kept: 'yes' }),
	load: async (event) =>
		(await answerForm(event, setLoadInput, setLoad)).refusal ?? back(event.url, { kept: 'yes' })
};
