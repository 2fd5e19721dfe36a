import type { Icon } from '../icon.ts';

/** A paper plane: sent. */
export const send: Icon = 'M3.5 11.5L20.5 4l-6 16.5-3.2-6.8zM20.5 4l-9.2 9.7';
