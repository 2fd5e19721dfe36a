import { m } from '#lib/paraglide/messages.js';
import type { PictureName } from './index.ts';

/** What each drawing of the picture sign-in is called. */
export const pictureWords: Readonly<Record<PictureName, () => string>> = {
	kereru: m.picture_kereru,
	gumboot: m.picture_gumboot,
	feijoa: m.picture_feijoa,
	kite: m.picture_kite,
	waka: m.picture_waka,
	paua: m.picture_paua,
	sheep: m.picture_sheep,
	moon: m.picture_moon,
	drum: m.picture_drum,
	ladder: m.picture_ladder,
	fern: m.picture_fern,
	umbrella: m.picture_umbrella
};
