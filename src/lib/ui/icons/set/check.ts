import type { Icon } from '../icon.ts';

/** A tick: done, agreed. */
export const check: Icon = 'M4.8 12.6l4.7 4.6L19.2 7.2';
