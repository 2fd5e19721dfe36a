import { error, redirect } from '@sveltejs/kit';
import {
	closeReport,
	closeReportInput,
	endSafeguardingLead,
	listReports,
	listSafeguardingLeads,
	nameLead,
	nameSafeguardingLead,
	safeguardingLeadInput
} from '#lib/server/modules/conversations/index.ts';
import { searchPeople } from '#lib/server/modules/people/index.ts';
import { hasRole, may } from '#lib/server/platform/access/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { sayWhen } from '#lib/ui/patterns/talk/when.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who may be trusted with reports: somebody who works here. */
const worksHere = new Set(['teacher', 'leader', 'support', 'administrator']);

/** Reports for the safeguarding lead, and for the office who that is; for leaders that there are no reports for them. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = locals.actor();
	const names = may(actor, nameLead);
	const words = (url.searchParams.get('name') ?? '').slice(0, 100);
	const { reports, leads, people } = await locals.read(async (scope) => ({
		reports: await listReports(scope),
		leads: await listSafeguardingLeads(scope),
		people: names && words !== '' ? await searchPeople(scope, words) : []
	}));
	const isLead = leads.some(({ personId }) => personId === actor.personId);
	const reads = isLead || (leads.length === 0 && hasRole(actor, 'leader'));
	if (!reads && !names && !hasRole(actor, 'leader')) error(404);
	const { locale, signedIn } = locals;
	const telling = {
		now: locals.app.clock.now(),
		locale,
		timeZone: signedIn?.timeZone ?? 'UTC'
	};
	return {
		// A leader stands in where a lead is reported.
		reads: reads || reports.length > 0,
		names,
		words,
		leads,
		people: people
			.filter(({ roles }) => roles.some(({ role }) => worksHere.has(role)))
			.map(({ personId, fullName }) => ({ personId, fullName })),
		reports: reports.map((report) => ({
			...report,
			isOwn: report.authorId === report.learnerId,
			sent: sayWhen(report.sentAt, telling),
			made: sayWhen(report.madeAt, telling)
		}))
	};
};

const back = () => redirect(303, '/settings/safeguarding');

export const actions: Actions = {
	close: async (event) =>
		(await answerForm(event, closeReportInput, closeReport)).refusal ?? back(),
	name: async (event) =>
		(await answerForm(event, safeguardingLeadInput, nameSafeguardingLead)).refusal ?? back(),
	end: async (event) =>
		(await answerForm(event, safeguardingLeadInput, endSafeguardingLead)).refusal ?? back()
};
