import type { Icon } from '../icon.ts';

/** A stroke: take this off. */
export const minus: Icon = 'M5 12h14';
