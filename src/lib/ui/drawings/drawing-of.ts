import type { Drawing } from './drawing.ts';
import * as set from './index.ts';

const byName: Readonly<Record<string, Drawing>> = { ...set, 'rain-gauge': set.rainGauge };

/**
 * The drawing of this name, which an opportunity may carry as its picture. Asked for on the server, so that a page carries
 * the one drawing it shows and not the set.
 */
export const drawingOf = (name: string | null): Drawing => byName[name ?? ''] ?? set.backpack;
