import { isUuid, newUuid, toId, type Uuid } from '../ids.ts';

/** The id in an address; a malformed one becomes an id of nothing, so that it costs the same statements as a stranger's. */
export const idInAddress = <Id extends Uuid>(text: string | undefined, now: Date): Id =>
	isUuid(text) ? toId<Id>(text) : newUuid<Id>(now);
