import { error } from '@sveltejs/kit';
import { hasRole, type Actor, type Role } from '#lib/server/platform/access/index.ts';

/** The pages of one audience, with their own navigation: a folder of `src/routes`. */
export type Frame = 'learner' | 'staff' | 'lead' | 'family';

/** Whose pages they are, in the order in which somebody of several roles is led to them. */
const frames: readonly { frame: Frame; home: string; roles: readonly Role[] }[] = [
	{ frame: 'learner', home: '/today', roles: ['learner'] },
	{ frame: 'staff', home: '/staff', roles: ['teacher', 'support'] },
	{ frame: 'lead', home: '/settings', roles: ['administrator', 'leader'] },
	{ frame: 'family', home: '/family', roles: ['family'] }
];
/** Whoever makes a week or looks after a site opens pages of the staff too. */
const alsoStaff: readonly Role[] = ['administrator', 'leader'];

const hasOne = (actor: Actor, roles: readonly Role[]) => roles.some((role) => hasRole(actor, role));

/** Where somebody begins; people without a page of their own yet are received where families are. */
export const firstPageOf = (actor: Actor): string =>
	frames.find(({ roles }) => hasOne(actor, roles))?.home ?? '/family';

/**
 * Answers 404 to somebody whose pages these are not, in place of an empty page of somebody else's. It guards no data:
 * each query and command asks its own policy.
 */
export function openFrame(actor: Actor, frame: Frame): void {
	const own = frames.find((one) => one.frame === frame);
	const roles = [...(own?.roles ?? []), ...(frame === 'staff' ? alsoStaff : [])];
	if (!hasOne(actor, roles) && firstPageOf(actor) !== own?.home) error(404);
}
