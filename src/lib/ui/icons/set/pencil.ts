import type { Icon } from '../icon.ts';

/** A pencil: write, draft. */
export const pencil: Icon = 'M4 20l1.1-4.6L16.3 4.2l3.5 3.5L8.6 18.9zM13.9 6.6l3.5 3.5';
