import { m } from '#lib/paraglide/messages.js';
import type { CauseView, LevelKey, RelaxationView } from './run-view.ts';

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

const points = (count: number): string => m.staff_run_points({ count });

const values: Readonly<Record<LevelKey, (count: number) => string>> = {
	complete: (count) =>
		count === 0 ? m.staff_run_value_complete_all() : m.staff_run_value_complete({ count }),
	entitlement: (count) => m.staff_run_value_minutes({ count }),
	needs: (count) =>
		count === 0 ? m.staff_run_value_needs_none() : m.staff_run_value_needs({ count }),
	'worst-off': (count) => m.staff_run_value_worst({ count }),
	'first-choices': (count) => m.staff_run_value_wishes({ count }),
	'second-choices': (count) => m.staff_run_value_wishes({ count }),
	'third-choices': (count) => m.staff_run_value_wishes({ count }),
	'later-choices': (count) => m.staff_run_value_wishes({ count }),
	groups: points,
	comfort: points,
	stability: points
};

/** A level's figure in words: “0 minutes missing”. */
export const levelWords = (key: LevelKey, value: number): string => values[key](value);

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
		m.staff_run_cause_clash({ who, offers: offers.join(', ') }),
	'organiser.cause-too-many-musts': ({ names: [offer = ''], missing }) =>
		m.staff_run_cause_too_many({ offer, count: missing }),
	'organiser.cause-group-too-small': ({ names: [offer = ''], missing }) =>
		m.staff_run_cause_small({ offer, count: missing }),
	'organiser.cause-apart': ({ names: [offer = '', who = '', other = ''] }) =>
		m.staff_run_cause_apart({ offer, who, other }),
	'organiser.cause-adult-overbooked': ({ names: [who = '', ...offers], missing }) =>
		m.staff_run_cause_overbooked({ who, offers: offers.join(', '), count: missing }),
	'organiser.cause-study-full': ({ names: [when = ''], missing }) =>
		m.staff_run_cause_study({ when, count: missing }),
	'organiser.cause-pin': ({ names: [offer = ''] }) => m.staff_run_cause_pin({ offer }),
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
