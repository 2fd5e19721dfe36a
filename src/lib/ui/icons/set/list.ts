import type { Icon } from '../icon.ts';

/** Lines with dots: list. */
export const list: Icon = 'M8.8 6.5h11M8.8 12h11M8.8 17.5h11M4.6 6.5h.01M4.6 12h.01M4.6 17.5h.01';
