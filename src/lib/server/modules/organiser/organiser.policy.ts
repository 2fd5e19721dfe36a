import {
	hasRole,
	holding,
	may,
	related,
	self,
	system,
	type Actor,
	type Role,
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

/** Whether the actor holds one of the roles at the site; a membership without a site stands for all, the system for all roles. */
const holdsAt = (actor: Actor, siteId: SiteId, roles: ReadonlySet<Role>): boolean =>
	actor.kind === 'system' ||
	actor.memberships.some(
		({ role, siteId: at }) => roles.has(role) && (at === siteId || at === null)
	);

const makers: ReadonlySet<Role> = new Set(['teacher', 'leader']);
const atWork: ReadonlySet<Role> = new Set([...makers, 'support', 'administrator']);

/** Whether this actor makes the weeks of this site: its own people do, and administrators everywhere. */
export const organisesAt = (actor: Actor, siteId: SiteId): boolean =>
	may(actor, organiseWeeks) && (hasRole(actor, 'administrator') || holdsAt(actor, siteId, makers));

/** Whether this actor works at the site, with learners or for them. */
export const worksAtSite = (actor: Actor, siteId: SiteId): boolean =>
	holdsAt(actor, siteId, atWork);

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
