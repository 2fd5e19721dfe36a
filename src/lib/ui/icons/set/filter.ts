import type { Icon } from '../icon.ts';

/** Shortening lines: narrow the list. */
export const filter: Icon = 'M4 6.5h16M7 12h10M10.2 17.5h3.6';
