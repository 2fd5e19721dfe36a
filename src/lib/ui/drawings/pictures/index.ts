import type { Drawing } from '../drawing.ts';
import { waka } from '../set/waka.ts';
import { drum } from './drum.ts';
import { feijoa } from './feijoa.ts';
import { fern } from './fern.ts';
import { gumboot } from './gumboot.ts';
import { kereru } from './kereru.ts';
import { kite } from './kite.ts';
import { ladder } from './ladder.ts';
import { moon } from './moon.ts';
import { paua } from './paua.ts';
import { sheep } from './sheep.ts';
import { umbrella } from './umbrella.ts';

/** The drawings of the picture sign-in, by the names under which the server knows them. */
export const pictures = {
	kereru,
	gumboot,
	feijoa,
	kite,
	waka,
	paua,
	sheep,
	moon,
	drum,
	ladder,
	fern,
	umbrella
} as const satisfies Readonly<Record<string, Drawing>>;
export type PictureName = keyof typeof pictures;

/** In the order in which the twelve are laid out; always the same, so that a child finds theirs again. */
export const pictureNames = Object.keys(pictures).filter(
	(name): name is PictureName => name in pictures
);
