import type { Icon } from '../icon.ts';

/** A cross: close this. */
export const close: Icon = 'M6 6l12 12M18 6L6 18';
