import {
	hasRole,
	holding,
	may,
	related,
	self,
	system,
	type Actor,
	type Rule
} from '../../platform/access/index.ts';
import type { PersonId, SiteId } from '../../platform/ids.ts';

/**
 * Who makes the weeks: offers, runs, publishing, repair. It concerns no single learner; what it shows of learners is what a
 * timetable on the staff-room wall shows, names in sessions. Wishes and reasons stay with `seeWeekOf`.
 */
export const organiseWeeks: Rule = [
	holding('teacher'),
	holding('leader'),
	holding('administrator'),
	system
];

/** Who may see a learner's own week: seats with reasons, wishes, what became of them. */
export const seeWeekOf: Rule = [
	self,
	related('teaches'),
	related('supports'),
	related('family-of'),
	system
];

/** Who may say what a learner wishes; the rung for `time` says whether it counts at once. */
export const sayWishes: Rule = [self, related('teaches'), related('supports')];

/** The adult's side of the ladder for `time` and `company`: agreeing, asking to talk. */
export const answerWishes: Rule = [related('teaches'), related('supports')];

/** Who may call a learner to an offer, or say that it must be; and answer what the learner says against it. */
export const callLearner: Rule = [related('teaches'), related('supports')];

/** Objecting is the learner's own word, or their family's for them. */
export const objectToCall: Rule = [self, related('family-of')];

/** Planning and looking back on my own week. */
export const planOwnWeek: Rule = [self];

/** Keeping two learners apart is for those who work with either; no learner ever sees it. */
export const keepApart: Rule = [related('teaches'), related('supports')];

/** A site's own people make its weeks; administrators and memberships without a site stand for all. */
export function worksAt(actor: Actor, siteId: SiteId): boolean {
	if (actor.kind === 'system' || hasRole(actor, 'administrator')) return true;
	return actor.memberships.some(
		({ role, siteId: at }) =>
			(role === 'teacher' || role === 'leader') && (at === siteId || at === null)
	);
}

/** Whether this actor makes the weeks of this site. */
export const organisesAt = (actor: Actor, siteId: SiteId): boolean =>
	may(actor, organiseWeeks) && worksAt(actor, siteId);

const atWork: ReadonlySet<string> = new Set(['teacher', 'leader', 'support', 'administrator']);

/** Whether this actor works at the site, with learners or for them; memberships without a site stand for all. */
export function worksAtSite(actor: Actor, siteId: SiteId): boolean {
	if (actor.kind === 'system') return true;
	return actor.memberships.some(
		({ role, siteId: at }) => atWork.has(role) && (at === siteId || at === null)
	);
}

/** Who may take a roll: whoever works at the site, or leads the session. */
export const mayTakeRoll = (
	actor: Actor,
	{ siteId, adultId }: { readonly siteId: SiteId; readonly adultId: PersonId | null }
): boolean => worksAtSite(actor, siteId) || (actor.kind === 'person' && actor.personId === adultId);

const weekRoles: ReadonlySet<string> = new Set([
	'learner',
	'teacher',
	'support',
	'leader',
	'family'
]);

/** Who has a week to see in a calendar of their own: not the youngest, whose weeks their family sees. */
export const hasOwnWeek = (actor: Actor): boolean =>
	actor.kind === 'person' &&
	actor.band !== '5-7' &&
	actor.memberships.some(({ role }) => weekRoles.has(role));
