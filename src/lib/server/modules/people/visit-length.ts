import type { Role } from '../../platform/access/index.ts';

/** Hours after which a visit ends by itself, by role (TS5): a school day, less for whoever can open more. */
const hoursOf: Record<Role, number> = {
	learner: 12,
	family: 12,
	council: 12,
	teacher: 10,
	support: 10,
	mentor: 8,
	leader: 8,
	administrator: 8
};

/** Somebody with several roles has the shortest visit of them; somebody without any, an hour. */
export const visitHours = (roles: readonly Role[]): number =>
	roles.length === 0 ? 1 : Math.min(...roles.map((role) => hoursOf[role]));
