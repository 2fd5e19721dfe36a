/** Where a device keeps the list of one learner. */
export const keptKey = (learnerId: string): string => `locus.wishes.${learnerId}`;

/** Whether something is kept; a browser that may keep nothing is as one that has nothing. */
export function isKept(learnerId: string): boolean {
	try {
		return keptKey(learnerId) in localStorage;
	} catch {
		return false;
	}
}

/** Whoever signs out leaves nothing on a tablet that others use. */
export function forgetAtSignOut(learnerId: string): void {
	addEventListener('submit', ({ target }) => {
		const isLeaving = target instanceof HTMLFormElement && target.action.endsWith('/sign-out');
		if (isLeaving && isKept(learnerId)) localStorage.removeItem(keptKey(learnerId));
	});
}
