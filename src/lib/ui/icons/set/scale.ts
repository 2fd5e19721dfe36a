import type { Icon } from '../icon.ts';

/** A balance: equity. */
export const scale: Icon = 'M12 4v16M8 20h8M5 7.5h14M5 7.5l-2.6 6.2h5.2zM19 7.5l-2.6 6.2h5.2z';
