import type { Icon } from '../icon.ts';

/** Down arrow with a tray: download, export. */
export const down: Icon = 'M12 4v11M7.3 10.6L12 15.3l4.7-4.7M4.5 19.8h15';
