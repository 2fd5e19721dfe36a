import type { Icon } from '../icon.ts';

/** A flag: plan, proposal. */
export const flag: Icon = 'M6 21V3.8M6 5c4-2 7.2 1.9 12.4 0v8c-5.2 1.9-8.4-2-12.4 0';
