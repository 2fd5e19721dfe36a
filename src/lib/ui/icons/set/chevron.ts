import type { Icon } from '../icon.ts';

/** A chevron in the reading direction: there is more. */
export const chevron: Icon = 'M9.2 5.2l6.8 6.8-6.8 6.8';
