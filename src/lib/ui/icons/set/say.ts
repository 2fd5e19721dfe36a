import type { Icon } from '../icon.ts';

/** A speech bubble: say. */
export const say: Icon = 'M4 5h16v11.2h-8.6L7 20v-3.8H4z';
