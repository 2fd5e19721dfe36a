import type { Icon } from '../icon.ts';

/** A house: at home. */
export const home: Icon = 'M3.5 11.5L12 4.3l8.5 7.2M6 9.6V20h12V9.6M10 20v-5.5h4V20';
