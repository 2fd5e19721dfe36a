import { m } from '#lib/paraglide/messages.js';
import type { NavItem } from '../components/main-nav.svelte';
import {
	file,
	flag,
	group,
	home,
	link,
	map,
	person,
	say,
	scale,
	settings,
	show,
	signpost,
	sun,
	tablet,
	week
} from '../icons/index.ts';

type Band = '5-7' | '8-11' | '12-18';

/** Marks the page that is open; a page below another one counts as that one. */
function at(pathname: string, items: readonly NavItem[]): readonly NavItem[] {
	const inside = (item: NavItem) => pathname === item.href || pathname.startsWith(`${item.href}/`);
	const [longest] = items.filter(inside).sort((a, b) => b.href.length - a.href.length);
	return items.map((item) => ({ ...item, current: item === longest }));
}

/** The pages of a learner; the youngest get the five they use, the others are a tap away from those. */
export function learnerPages(pathname: string, band: Band): readonly NavItem[] {
	const all: readonly NavItem[] = [
		{ href: '/today', text: m.nav_today(), icon: sun },
		{ href: '/map', text: m.nav_map(), icon: map },
		{ href: '/next', text: m.nav_next(), icon: signpost },
		{ href: '/plan', text: m.nav_plan(), icon: flag },
		{ href: '/week', text: m.nav_week(), icon: week },
		{ href: '/work', text: m.nav_work(), icon: file },
		{ href: '/me', text: m.nav_me(), icon: person }
	];
	const young = new Set(['/today', '/week', '/map', '/work', '/me']);
	return at(pathname, band === '5-7' ? all.filter((item) => young.has(item.href)) : all);
}

/** What a week is made of has pages of its own; in the navigation they count as the week. */
const ofTheWeek = /^\/staff\/(offers|away)(?=\/|$)/;

/** What is said of outcomes counts as matching. */
const ofMatching = /^\/staff\/by-heart(?=\/|$)/;

export const staffPages = (pathname: string): readonly NavItem[] =>
	at(pathname.replace(ofTheWeek, '/staff/week').replace(ofMatching, '/staff/matching'), [
		{ href: '/staff', text: m.nav_staff_today(), icon: sun },
		{ href: '/staff/learners', text: m.nav_learners(), icon: group },
		{ href: '/staff/plans', text: m.nav_plans(), icon: flag },
		{ href: '/staff/week', text: m.nav_staff_week(), icon: week },
		{ href: '/staff/classes', text: m.nav_classes(), icon: tablet },
		{ href: '/staff/matching', text: m.nav_matching(), icon: link }
	]);

export const familyPages = (pathname: string): readonly NavItem[] =>
	at(pathname, [
		{ href: '/family', text: m.nav_family_home(), icon: home },
		{ href: '/me', text: m.nav_me(), icon: person }
	]);

export const leadPages = (pathname: string): readonly NavItem[] =>
	at(pathname, [
		{ href: '/settings', text: m.nav_settings(), icon: settings },
		{ href: '/settings/imports', text: m.nav_imports(), icon: show },
		{ href: '/settings/people', text: m.nav_people(), icon: group },
		{ href: '/settings/ladder', text: m.nav_ladder(), icon: scale },
		{ href: '/settings/matching', text: m.nav_matching(), icon: link },
		{ href: '/settings/safeguarding', text: m.nav_reports(), icon: say }
	]);
