import type { WishPage } from '#lib/server/modules/organiser/index.ts';
import type { PersonId } from '#lib/server/platform/ids.ts';
import { sayInstant, sayWeek } from '#lib/server/week-words.ts';
import { offerDrawing } from '#lib/ui/patterns/week/offer-drawing.ts';
import type { Standing, WishView } from '#lib/ui/patterns/week/wish-view.ts';

function standingOf({ list, ranked }: WishPage, learnerId: PersonId): Standing {
	const none = { isMineToAnswer: false, name: null, words: null, isLate: false } as const;
	if (!list) return { ...none, state: 'none', askedForOther: false };
	const askedForOther = list.otherAskedAt !== null;
	if (ranked.length === 0) return { ...none, state: 'none', askedForOther };
	const isMine = list.savedBy === learnerId;
	return {
		state: list.state,
		isMineToAnswer: list.state === 'waiting' && !isMine,
		name: list.state === 'talk' ? list.answeredByName : isMine ? null : list.savedByName,
		words: list.words,
		isLate: list.isLate,
		askedForOther
	};
}

/** A learner's page of wishes as it is drawn. */
export function toWishView(page: WishPage, learnerId: PersonId, locale: string) {
	const standing = standingOf(page, learnerId);
	const isYoung = page.band === '5-7';
	const view: WishView = {
		weekId: page.weekId,
		learnerId,
		choices: page.choices.map(({ offerId, title, about, adults, places, first, ...one }) => ({
			offerId,
			title,
			about,
			adult: adults[0] ?? null,
			places,
			first,
			drawing: isYoung ? offerDrawing(one.picture, one.kind) : null
		})),
		ranked: page.ranked,
		most: page.mostWishes,
		standing,
		isLocked:
			page.rungs.time === 0 && standing.state === 'in-force' && page.list?.savedBy !== learnerId
	};
	return {
		view,
		isYoung,
		isOver: page.isOver,
		asksForOther: page.rungs.time <= 1,
		week: sayWeek(page.startsOn, locale),
		startsOn: page.startsOn,
		until: sayInstant(page.wishesUntil, locale, page.timeZone),
		weeks: page.weeks.map(({ weekId, startsOn }) => ({
			weekId,
			words: sayWeek(startsOn, locale),
			current: weekId === page.weekId
		})),
		isCompanyLocked: page.rungs.company === 0,
		companions: page.companions.map(({ personId, called, isHome, state, saidBy, isMutual }) => ({
			personId,
			called,
			isHome,
			state,
			isMutual,
			isMineToAnswer: state === 'waiting' && saidBy !== learnerId
		}))
	};
}
