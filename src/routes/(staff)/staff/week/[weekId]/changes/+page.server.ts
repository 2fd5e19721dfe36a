import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	applyChange,
	applyFields,
	changeRequest,
	getChangesPage,
	previewChange,
	type ChangeId,
	type ChangePreview,
	type ChangesPage,
	type WeekId
} from '#lib/server/modules/organiser/index.ts';
import { addDays } from '#lib/server/platform/clock/index.ts';
import { answerForm } from '#lib/server/platform/http/form.ts';
import { idInAddress } from '#lib/server/platform/http/id-in-address.ts';
import { newUuid } from '#lib/server/platform/ids.ts';
import { sayDay, sayInstant, sayShortDay, sayWeek } from '#lib/server/week-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** Made once: `localeCompare` looks its rules up anew for each pair, and a week has hundreds of sessions. */
const inWords = new Intl.Collator();
const byText = (a: { readonly text: string }, b: { readonly text: string }) =>
	inWords.compare(a.text, b.text);

/** What the forms offer to choose from. */
function choicesOf({ week, periods, sessions, names, wishes }: ChangesPage, locale: string) {
	const periodOf = new Map(periods.map((period) => [period.periodId, period]));
	const people = [...names.people].map(([value, text]) => ({ value, text })).sort(byText);
	const weekdays = new Set(periods.map(({ weekday }) => weekday));
	const inTime = sessions
		.map((one) => ({ ...one, at: `${one.day} ${periodOf.get(one.periodId)?.startsAt ?? ''}` }))
		.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : inWords.compare(a.title, b.title)));
	return {
		adults: people.filter(({ value }) => !names.learners.has(value)),
		learners: people.filter(({ value }) => names.learners.has(value)),
		rooms: [...names.rooms].map(([value, { name }]) => ({ value, text: name })).sort(byText),
		days: [0, 1, 2, 3, 4, 5, 6]
			.filter((index) => weekdays.has(index + 1))
			.map((index) => addDays(week.startsOn, index))
			.map((day) => ({ value: day, text: sayDay(day, locale) })),
		periods: periods
			.filter(({ kind }) => kind === 'learning')
			.map(({ periodId, name, weekday }) => ({
				value: periodId,
				text: `${sayShortDay(addDays(week.startsOn, weekday - 1), locale)} · ${name}`
			})),
		sessions: inTime.map(({ sessionId, title, day, periodId, adult }) => ({
			value: sessionId,
			text: [sayShortDay(day, locale), periodOf.get(periodId)?.name, title, adult]
				.filter((part) => part)
				.join(' · ')
		})),
		wishes: wishes.map(({ learnerId, learner, offerId, offer, rank, isLate }) => ({
			learnerId,
			learner,
			offerId,
			offer,
			rank,
			isLate
		}))
	};
}

export const load: PageServerLoad = async ({ locals, params }) => {
	const now = locals.app.clock.now();
	const found = await locals.read((scope) =>
		getChangesPage(scope, idInAddress<WeekId>(params.weekId, now))
	);
	if (!found) error(404);
	const { week, changes } = found;
	const { locale } = locals;
	return {
		weekId: week.weekId,
		siteName: week.siteName,
		words: sayWeek(week.startsOn, locale),
		isPublished: week.state === 'published',
		choices: choicesOf(found, locale),
		changes: changes.map((change) => ({
			changeId: change.changeId,
			kind: change.kind,
			words: change.words,
			touched: change.touched,
			madeBy: change.madeBy,
			at: sayInstant(change.madeAt, locale, week.timeZone)
		})),
		newId: newUuid<ChangeId>(now)
	};
};

/** The preview in words: who would be where instead, in order of time. */
function sayPreview(page: ChangesPage, preview: ChangePreview, locale: string) {
	const { names, periods } = page;
	const { request } = preview;
	const title = (offerId: string | null) =>
		offerId === null ? null : (names.offers.get(offerId)?.title ?? null);
	const startOf = (periodId: string) =>
		periods.find((period) => period.periodId === periodId)?.startsAt ?? '';
	const moved = [...preview.moved].sort((a, b) =>
		`${a.day} ${startOf(a.periodId)}`.localeCompare(`${b.day} ${startOf(b.periodId)}`)
	);
	return {
		request: Object.entries(preview.request).map(([name, value]) => ({ name, value: value ?? '' })),
		revision: preview.revision,
		digest: preview.digest,
		touched: preview.touched.length,
		ledByAnother: preview.ledByAnother,
		names: preview.touched.map((id) => names.people.get(id) ?? ''),
		handedOn: preview.handedOn.map(({ learnerId, offerId }) => ({
			learner: names.people.get(learnerId) ?? '',
			offer: title(offerId) ?? ''
		})),
		opened: preview.opened,
		closed: preview.closed,
		movedSessions: preview.movedSessions,
		moved: moved.map(({ learnerId, day, periodId, from, to }) => ({
			key: `${learnerId} ${day} ${periodId}`,
			learner: names.people.get(learnerId) ?? '',
			when: `${sayShortDay(day, locale)} · ${periods.find((one) => one.periodId === periodId)?.name ?? ''}`,
			from: title(from),
			to: title(to),
			isAway: to === null && 'personId' in request && request.personId === learnerId
		}))
	};
}

const applied = v.intersect([changeRequest, applyFields]);

export const actions: Actions = {
	preview: async (event) => {
		const { locals, params } = event;
		const answer = await answerForm(event, changeRequest, previewChange);
		if (answer.refusal) return answer.refusal;
		const weekId = idInAddress<WeekId>(params.weekId, locals.app.clock.now());
		const page = await locals.read((scope) => getChangesPage(scope, weekId));
		return page ? { preview: sayPreview(page, answer.value, locals.locale) } : error(404);
	},
	apply: async (event) => {
		const answer = await answerForm(event, applied, (scope, input) =>
			applyChange(scope, input, input)
		);
		if (answer.refusal) return answer.refusal;
		redirect(303, `/staff/week/${answer.value.weekId}/changes`);
	}
};
