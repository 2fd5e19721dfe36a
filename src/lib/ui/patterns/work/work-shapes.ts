import { m } from '#lib/paraglide/messages.js';
import type { Icon } from '../../icons/icon.ts';
import { globe, group, home, make, school } from '../../icons/index.ts';
import { sayOn } from '../date-format.ts';

/** What the pages of a work draw; the portfolio's own views fit. */
export interface ShownFile {
	readonly fileId: string;
	readonly name: string;
	readonly mediaType: string;
	readonly bytes: number;
	readonly width: number | null;
	readonly height: number | null;
}
export interface ShownContent {
	readonly words: string | null;
	readonly alt: string | null;
	readonly link: string | null;
	readonly files: readonly ShownFile[];
}
export interface ShownRequest {
	readonly requestId: string;
	readonly askedName: string;
	readonly wantsToKnow: string;
	readonly isAnswered: boolean;
}
export interface ShownFeedback {
	readonly feedbackId: string;
	readonly requestId: string | null;
	readonly authorName: string;
	readonly worksWell: string | null;
	readonly question: string | null;
	readonly nextStep: string | null;
	readonly madeAt: string;
	readonly response: 'changed' | 'not-now' | 'talk' | null;
	readonly responseWords: string | null;
	readonly responseRevision: number | null;
}
export interface ShownJudgement {
	readonly eventId: string;
	readonly authorName: string | null;
	readonly level: number;
	readonly words: string | null;
}
export interface ShownLine {
	readonly artefactId: string;
	readonly title: string;
	readonly place: Place;
	readonly madeOn: string;
	readonly audience: Audience;
	readonly words: string | null;
	readonly picture: (ShownFile & { readonly alt: string | null }) | null;
	readonly revision: number;
	readonly asked: number;
	readonly unused: number;
}

export type Audience = 'me' | 'teachers' | 'teachers-and-family' | 'everyone-with-me';
export type Place = 'school' | 'home' | 'online' | 'community' | 'work';
export const placesInOrder = ['school', 'home', 'community', 'online', 'work'] as const;

export const placeIcon: Readonly<Record<Place, Icon>> = {
	school,
	home,
	online: globe,
	community: group,
	work: make
};
export const placeWord: Readonly<Record<Place, () => string>> = {
	school: m.work_place_school,
	home: m.work_place_home,
	online: m.work_place_online,
	community: m.work_place_community,
	work: m.work_place_work
};
export const audienceWord: Readonly<Record<Audience, () => string>> = {
	me: m.me_audience_me,
	teachers: m.me_audience_teachers,
	'teachers-and-family': m.me_audience_teachers_and_family,
	'everyone-with-me': m.me_audience_everyone_with_me
};

/** What an adult ticks. */
export const levelChoices = () => [
	{ value: 'not-yet', text: m.work_level_not_yet() },
	{ value: 'with-help', text: m.work_level_with_help() },
	{ value: 'mostly', text: m.work_level_mostly() },
	{ value: 'alone', text: m.work_level_alone() }
];

/** What an adult ticked, in the words they ticked. */
export function levelWord(level: number): string {
	if (level >= 0.9) return m.work_level_alone();
	if (level >= 0.6) return m.work_level_mostly();
	return level >= 0.3 ? m.work_level_with_help() : m.work_level_not_yet();
}

/** One and many are said differently. */
const counted =
	(one: () => string, many: (inputs: { count: number }) => string) =>
	(count: number): string =>
		count === 1 ? one() : many({ count });
export const revisedWord = counted(m.work_revised_one, m.work_revised);
export const unusedWord = counted(m.work_unused_one, m.work_unused);
export const askedWord = counted(m.work_asked_one, m.work_asked);

/** A size as people say it. */
export function sizeWord(bytes: number, locale: string): string {
	const mega = bytes / 1_048_576;
	const number = new Intl.NumberFormat(locale, { maximumFractionDigits: mega < 1 ? 2 : 1 });
	return `${number.format(Math.max(0.01, mega))} MB`;
}

/** A school day or instant as pages write it. */
export const dayWord = (day: string, locale: string): string =>
	sayOn(day.slice(0, 10), locale, { day: 'numeric', month: 'long' });
