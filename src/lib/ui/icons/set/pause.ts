import type { Icon } from '../icon.ts';

/** Two bars: wait, stop reading. */
export const pause: Icon = 'M8.5 5.5v13M15.5 5.5v13';
