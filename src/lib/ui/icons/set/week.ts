import type { Icon } from '../icon.ts';

/** A calendar: week. */
export const week: Icon = 'M4 6h16v14H4zM4 10.5h16M8.5 3.5V7M15.5 3.5V7M8.5 14.8h2M13.7 14.8h2';
