import type { Icon } from '../icon.ts';

/** A square: stop. */
export const stop: Icon = 'M6 6h12v12H6z';
