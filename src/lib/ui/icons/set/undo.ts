import type { Icon } from '../icon.ts';

/** A turning arrow: undo. */
export const undo: Icon = 'M4.5 8.5H14a5.5 5.5 0 0 1 0 11H8M8.5 4.5l-4 4 4 4';
