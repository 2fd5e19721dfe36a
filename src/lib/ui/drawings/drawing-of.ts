import type { Drawing } from './drawing.ts';
import {
	backpack,
	bench,
	bus,
	field,
	garden,
	gears,
	hangi,
	instrument,
	library,
	marae,
	page,
	paint,
	rainGauge,
	river,
	screen,
	workshop
} from './index.ts';

const drawings: Readonly<Record<string, Drawing>> = {
	river,
	garden,
	workshop,
	kitchen: hangi,
	library,
	marae,
	field,
	workbench: bench,
	screen,
	bus,
	instrument,
	'rain-gauge': rainGauge,
	paint,
	book: library,
	pencil: page,
	scales: gears,
	blocks: gears
};

/**
 * The drawing for an opportunity's picture key. Asked for on the server, so that a page carries the one drawing it shows
 * and not the set.
 */
export const drawingOf = (picture: string | null): Drawing => drawings[picture ?? ''] ?? backpack;
