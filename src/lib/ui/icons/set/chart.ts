import type { Icon } from '../icon.ts';

/** Bars: pulse, measures. */
export const chart: Icon = 'M4 20h16.5M6.5 20v-6M12 20V5M17.5 20v-9.5';
