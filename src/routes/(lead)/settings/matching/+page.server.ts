// One page under two addresses: teachers reach it from theirs, leaders from the settings.
export { actions, load } from '../../../(staff)/staff/matching/+page.server.ts';
