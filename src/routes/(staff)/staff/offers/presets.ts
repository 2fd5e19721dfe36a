import type { OfferKind } from '#engines/organiser/index.ts';

/** What a form of a new offer starts from, by kind. */
export interface Preset {
	readonly sections: number;
	readonly minimum: number;
	readonly maximum: number;
	readonly needsRoom: boolean;
	readonly features: string;
}

const group: Preset = { sections: 2, minimum: 4, maximum: 12, needsRoom: true, features: '' };

/** A talk is for one; quiet study for many, in several groups; off-site needs no room. */
export const presets: Readonly<Record<OfferKind, Preset>> = {
	workshop: group,
	seminar: { ...group, sections: 1, maximum: 20 },
	lesson: { ...group, maximum: 20 },
	studio: { ...group, minimum: 2, maximum: 14 },
	conference: { ...group, sections: 5, minimum: 1, maximum: 1, needsRoom: false },
	'quiet-study': { ...group, sections: 4, minimum: 1, maximum: 20 },
	'off-site': { ...group, sections: 1, needsRoom: false }
};
