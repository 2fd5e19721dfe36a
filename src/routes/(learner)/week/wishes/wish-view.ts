import { m } from '#lib/paraglide/messages.js';
import type { WishChoice, WishPage } from '#lib/server/modules/organiser/index.ts';
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

/**
 * The form that seeks among many offers, and the way to their other parts; null where one page holds them. Its words are said
 * here: the page has no script to spare for them.
 */
function toShelf({ shelf, weekId }: WishPage) {
	const { all, found, part, parts, words } = shelf;
	if (parts === 1 && found === all) return null;
	const address = (number: number) =>
		`/week/wishes?${new URLSearchParams({ week: weekId, find: words, part: String(number) })}`;
	return {
		words,
		find: m.week_shelf_find(),
		show: m.week_shelf_do(),
		status: found < all ? m.week_shelf_found({ found, all }) : m.week_shelf_all({ count: all }),
		parts: m.week_shelf_parts(),
		part: parts > 1 ? m.week_shelf_part({ part, of: parts }) : null,
		everything:
			found < all ? { href: `/week/wishes?week=${weekId}`, text: m.week_shelf_everything() } : null,
		before: part > 1 ? { href: address(part - 1), text: m.week_shelf_before() } : null,
		after: part < parts ? { href: address(part + 1), text: m.week_shelf_more() } : null
	};
}

/** A learner's page of wishes as it is drawn. */
export function toWishView(page: WishPage, learnerId: PersonId, locale: string) {
	const standing = standingOf(page, learnerId);
	const isYoung = page.band === '5-7';
	const toChoice = ({ adults, places, first, ...one }: WishChoice) => ({
		offerId: one.offerId,
		title: one.title,
		about: one.about,
		adult: adults[0] ?? null,
		places,
		first,
		drawing: isYoung ? offerDrawing(one.picture, one.kind) : null
	});
	const view: WishView = {
		weekId: page.weekId,
		learnerId,
		choices: page.choices.map(toChoice),
		chosen: page.chosen.map(({ offerId, title }) => ({ offerId, title })),
		ranked: page.ranked,
		most: page.mostWishes,
		standing,
		isLocked:
			page.rungs.time === 0 && standing.state === 'in-force' && page.list?.savedBy !== learnerId
	};
	return {
		view,
		isYoung,
		shelf: toShelf(page),
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
