import type { Icon } from '../icon.ts';

/** A plus: add. */
export const plus: Icon = 'M12 5v14M5 12h14';
