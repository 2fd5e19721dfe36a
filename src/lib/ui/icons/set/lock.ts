import type { Icon } from '../icon.ts';

/** A padlock: a must, fixed. */
export const lock: Icon = 'M5.5 10.5h13v9.7h-13zM8.3 10.5V8a3.7 3.7 0 0 1 7.4 0v2.5M12 14.3v2.2';
