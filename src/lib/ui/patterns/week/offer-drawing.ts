import { drawingOf } from '../../drawings/drawing-of.ts';
import type { Drawing } from '../../drawings/drawing.ts';

const byKind: Readonly<Record<string, string>> = {
	workshop: 'workshop',
	seminar: 'talk',
	lesson: 'page',
	conference: 'talk',
	studio: 'paint',
	'quiet-study': 'library',
	'off-site': 'bus'
};

/** The picture of an offer: its opportunity's, else one for its kind. Asked for on the server. */
export const offerDrawing = (picture: string | null, kind: string): Drawing =>
	drawingOf(picture ?? byKind[kind] ?? null);
