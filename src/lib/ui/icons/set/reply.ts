import type { Icon } from '../icon.ts';

/** A bent arrow: answer. */
export const reply: Icon = 'M9.8 6L4 11.8l5.8 5.8M4 11.8h8.5c4.2 0 7 2 7.5 6';
