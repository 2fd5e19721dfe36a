import type { Icon } from '../icon.ts';

/** An arrow in the reading direction: onwards, leads to. */
export const arrow: Icon = 'M4.5 12h15M13.5 6l6 6-6 6';
