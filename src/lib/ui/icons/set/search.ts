import type { Icon } from '../icon.ts';

/** A lens: search. */
export const search: Icon = 'M4.3 10.5a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0 -12.4 0M15.2 15.2l5 5';
