import type { Icon } from '../icon.ts';

/** A tablet: saved here. */
export const tablet: Icon = 'M6 3.5h12v17H6zM10.5 17.5h3';
