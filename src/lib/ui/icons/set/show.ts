import type { Icon } from '../icon.ts';

/** An easel: how I show it. */
export const show: Icon = 'M4 4.5h16v10.7H4zM12 15.2V20M8 20.2h8M10 7.6v4.5l4-2.25z';
