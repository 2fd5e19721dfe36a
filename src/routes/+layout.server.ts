import type { LayoutServerLoad } from './$types';

/** What every page's frame shows; it authorises nothing. */
export const load: LayoutServerLoad = ({ locals }) => {
	const { signedIn, locale } = locals;
	return {
		locale,
		person: signedIn && {
			called: signedIn.called,
			band: signedIn.actor.band,
			roles: signedIn.actor.memberships.map((membership) => membership.role),
			school: signedIn.siteName ?? signedIn.community.name,
			isFictional: signedIn.community.isFictional,
			readsAloud: signedIn.settings?.readsAloud ?? false
		}
	};
};
