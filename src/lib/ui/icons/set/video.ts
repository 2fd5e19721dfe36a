import type { Icon } from '../icon.ts';

/** A film camera. */
export const video: Icon = 'M3.5 6.5h11v11h-11zM14.5 10.7l6-3.2v9l-6-3.2';
