import { m } from '#lib/paraglide/messages.js';
import type { CauseView, LevelKey, RelaxationView, RunCounts } from './run-view.ts';

/** What each level is about. */
export const levelTitles: Readonly<Record<LevelKey, () => string>> = {
	complete: m.staff_run_level_complete,
	entitlement: m.staff_run_level_entitlement,
	needs: m.staff_run_level_needs,
	'worst-off': m.staff_run_level_worst_off,
	'first-choices': m.staff_run_level_first,
	'second-choices': m.staff_run_level_second,
	'third-choices': m.staff_run_level_third,
	'later-choices': m.staff_run_level_later,
	groups: m.staff_run_level_groups,
	comfort: m.staff_run_level_comfort,
	stability: m.staff_run_level_stability
};

type Say = (value: number, counts: RunCounts | null) => string;

/** Wishes of one rank: how many of how many; while it looks, how many are open. */
const choice =
	(index: number): Say =>
	(value, counts) => {
		const found = counts?.choices[index];
		if (!found)
			return value === 0
				? m.staff_run_value_given_all()
				: m.staff_run_value_wishes({ count: value });
		return found.asked === 0
			? m.staff_run_value_none_asked()
			: m.staff_run_value_given({ given: found.given, asked: found.asked });
	};

/** What stands out, each as a count; `all` where nothing does, `some` where it is not counted. */
function standsOut(
	value: number,
	found: readonly (readonly [number, (given: { count: number }) => string])[] | null,
	words: { readonly all: () => string; readonly some: () => string }
): string {
	if (value === 0) return words.all();
	const said = (found ?? []).filter(([count]) => count > 0).map(([count, say]) => say({ count }));
	return said.length > 0 ? said.join(' · ') : words.some();
}

const values: Readonly<Record<LevelKey, Say>> = {
	complete: (count) =>
		count === 0 ? m.staff_run_value_complete_all() : m.staff_run_value_complete({ count }),
	entitlement: (count) => m.staff_run_value_minutes({ count }),
	needs: (value, counts) =>
		value === 0
			? m.staff_run_value_needs_none()
			: counts
				? m.staff_run_value_needs_of({ count: counts.needs.unmet, all: counts.needs.all })
				: m.staff_run_value_needs(),
	'worst-off': (value, counts) => {
		if (value === 0) return m.staff_run_value_worst_none();
		if (!counts) return m.staff_run_value_worst_some();
		const count = counts.noneOfThree;
		return count === 0 ? m.staff_run_value_three_all() : m.staff_run_value_three({ count });
	},
	'first-choices': choice(0),
	'second-choices': choice(1),
	'third-choices': choice(2),
	'later-choices': choice(3),
	groups: (value, counts) =>
		standsOut(
			value,
			counts && [
				[counts.company, m.staff_run_value_company],
				[counts.continuity, m.staff_run_value_continuity]
			],
			{ all: m.staff_run_value_groups_all, some: m.staff_run_value_groups_some }
		),
	comfort: (value, counts) =>
		standsOut(
			value,
			counts && [
				[counts.singleDays, m.staff_run_value_single],
				[counts.longRuns, m.staff_run_value_runs],
				[counts.moves, m.staff_run_value_moves]
			],
			{ all: m.staff_run_value_comfort_all, some: m.staff_run_value_comfort_some }
		),
	stability: (value, counts) =>
		standsOut(
			value,
			counts && [
				[counts.uncovered, m.staff_run_value_uncovered],
				[counts.habitsBroken, m.staff_run_value_habits]
			],
			{ all: m.staff_run_value_stable_all, some: m.staff_run_value_stable_some }
		)
};

/** A level's figure in words: “38 of 40 given”. */
export const levelWords = (key: LevelKey, value: number, counts: RunCounts | null): string =>
	values[key](value, counts);

/** Musts that do not fit together: “Tama (“Bread”), Losa (“Stream”)”. */
function mustList(names: readonly string[]): string {
	const pairs = names.flatMap((who, index) =>
		index % 2 === 0 ? [m.staff_run_cause_must({ who, offer: names[index + 1] ?? '' })] : []
	);
	return pairs.join(', ');
}

const titles = (names: readonly string[]): string =>
	names.map((title) => m.staff_run_cause_title({ title })).join(', ');

/** Shortened from the engine's codes; each names its members in the engine's order. */
const causes: Readonly<Record<string, (view: CauseView) => string>> = {
	'organiser.cause-prerequisite': ({ names: [who = '', offer = ''] }) =>
		m.staff_run_cause_prerequisite({ who, offer }),
	'organiser.cause-zero-capacity': ({ names: [offer = ''] }) => m.staff_run_cause_zero({ offer }),
	'organiser.cause-no-adult': ({ names: [offer = ''] }) => m.staff_run_cause_no_adult({ offer }),
	'organiser.cause-no-room': ({ names: [offer = ''] }) => m.staff_run_cause_no_room({ offer }),
	'organiser.cause-learner-away': ({ names: [who = '', offer = ''] }) =>
		m.staff_run_cause_away({ who, offer }),
	'organiser.cause-musts-clash': ({ names: [who = '', ...offers] }) =>
		m.staff_run_cause_clash({ who, offers: titles(offers) }),
	'organiser.cause-too-many-musts': ({ names: [offer = ''], missing }) =>
		m.staff_run_cause_too_many({ offer, count: missing }),
	'organiser.cause-group-too-small': ({ names: [offer = ''], missing }) =>
		m.staff_run_cause_small({ offer, count: missing }),
	'organiser.cause-apart': ({ names: [offer = '', who = '', other = ''] }) =>
		m.staff_run_cause_apart({ offer, who, other }),
	'organiser.cause-adult-overbooked': ({ names: [who = '', ...offers], missing }) =>
		m.staff_run_cause_overbooked({ who, offers: titles(offers), count: missing }),
	'organiser.cause-study-full': ({ names: [when = ''], missing }) =>
		m.staff_run_cause_study({ when, count: missing }),
	'organiser.cause-pin': ({ names: [offer = ''] }) => m.staff_run_cause_pin({ offer }),
	'organiser.cause-no-slot': ({ names: [offer = ''] }) => m.staff_run_cause_no_slot({ offer }),
	'organiser.cause-room-too-small': ({ names: [offer = ''], missing }) =>
		m.staff_run_cause_room_small({ offer, count: missing }),
	'organiser.cause-together-adults': ({ names }) =>
		m.staff_run_cause_together_adults({ musts: mustList(names) }),
	'organiser.cause-together-rooms': ({ names }) =>
		m.staff_run_cause_together_rooms({ musts: mustList(names) }),
	'organiser.cause-together-apart': ({ names }) =>
		m.staff_run_cause_together_apart({ musts: mustList(names) }),
	'organiser.cause-together-groups': ({ names }) =>
		m.staff_run_cause_together_groups({ musts: mustList(names) }),
	'organiser.cause-together-limits': ({ names }) =>
		m.staff_run_cause_together_limits({ musts: mustList(names) }),
	'organiser.cause-together-several': ({ names }) =>
		m.staff_run_cause_together_several({ musts: mustList(names) }),
	'organiser.cause-musts-compete': ({ names: [who = '', offer = ''] }) =>
		m.staff_run_cause_compete({ who, offer })
};

/** A cause as a sentence. */
export const causeWords = (view: CauseView): string =>
	causes[view.code]?.(view) ?? view.names.join(', ');

/** What could be added, as a sentence. */
export function relaxationWords(view: RelaxationView): string {
	const { offer, when, wishes, minutes } = view;
	if (view.kind === 'seats') return m.staff_run_more_seats({ offer, when, count: wishes });
	const free = m.staff_run_more_section({ offer, when, count: wishes });
	const takes = minutes > 0 ? m.staff_run_takes_minutes({ minutes }) : '';
	const finds = [
		view.adultToFind ? m.staff_run_adult_to_find() : '',
		view.roomToFind ? m.staff_run_room_to_find() : ''
	];
	return [free, takes, ...finds].filter((part) => part !== '').join(' ');
}
