import type { Icon } from '../icon.ts';

/** An i in a ring: note. */
export const info: Icon = 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 11.2v5.3M12 7.8h.01';
