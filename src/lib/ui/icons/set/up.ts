import type { Icon } from '../icon.ts';

/** Up arrow from a tray: send a file. */
export const up: Icon = 'M12 15.5v-11M7.3 9.2L12 4.5l4.7 4.7M4.5 19.8h15';
