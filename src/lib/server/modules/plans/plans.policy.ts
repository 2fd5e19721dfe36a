import {
	related,
	roleTowards,
	self,
	system,
	type PersonActor,
	type Role,
	type Rule
} from '../../platform/access/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { Side } from '../agency/index.ts';
import type { PromiseRole } from './plans.tables.ts';

/** Who may read a learner's plan. */
export const seePlan: Rule = [
	self,
	related('teaches'),
	related('supports'),
	related('family-of'),
	system
];

/** Who may negotiate goals: the learner, and the adults whose yes counts. */
export const negotiateGoals: Rule = [
	self,
	related('teaches'),
	related('supports'),
	related('family-of')
];

/** Drafting starts nothing, so the software may do it for everyone. */
export const draftGoalsRule: Rule = [self, related('teaches'), related('supports'), system];

/** Each party promises for itself. */
export const promise: Rule = [...negotiateGoals, related('mentors')];

/** The side on which a person stands towards a learner. */
export const sideOf = (actor: PersonActor, learnerId: PersonId): Side =>
	actor.personId === learnerId ? 'learner' : 'adult';

/** The role written down beside a name. */
export const roleIn = (actor: PersonActor, learnerId: PersonId): Role =>
	roleTowards(actor, learnerId) ?? 'teacher';

const promiseRoles: Readonly<Partial<Record<Role, PromiseRole>>> = {
	learner: 'learner',
	family: 'family',
	mentor: 'mentor',
	council: 'community'
};

export const promiseRole = (actor: PersonActor, learnerId: PersonId): PromiseRole =>
	promiseRoles[roleIn(actor, learnerId)] ?? 'teacher';
