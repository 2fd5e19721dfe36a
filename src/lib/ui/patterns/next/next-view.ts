import { m } from '#lib/paraglide/messages.js';
import type { Drawing } from '../../drawings/drawing.ts';

/** One way to go on, as its card shows it. */
export interface NextCard {
	readonly opportunityId: string;
	/** Key of the step that a pick makes. */
	readonly stepId: string;
	readonly title: string;
	readonly about: string;
	readonly drawing: Drawing;
	readonly mode: keyof typeof modeWords;
	readonly place: keyof typeof placeWords;
	readonly placeName: string | null;
	readonly company: keyof typeof companyWords;
	readonly minutes: number | null;
	readonly times: string | null;
	readonly costMinor: number | null;
	readonly currency: string | null;
	readonly because: readonly string[];
	readonly answer: 'picked' | 'declined' | null;
}

export const placeWords = {
	school: m.pathways_place_school,
	home: m.pathways_place_home,
	online: m.pathways_place_online,
	community: m.pathways_place_community,
	work: m.pathways_place_work
} as const;
export const modeWords = {
	read: m.pathways_mode_read,
	watch: m.pathways_mode_watch,
	make: m.pathways_mode_make,
	do: m.pathways_mode_do,
	talk: m.pathways_mode_talk,
	move: m.pathways_mode_move
} as const;
export const companyWords = {
	alone: m.pathways_company_alone,
	pair: m.pathways_company_pair,
	small: m.pathways_company_small,
	large: m.pathways_company_large,
	'one-to-one': m.pathways_company_one_to_one
} as const;

/** From two hours on people count in hours: "4½ hours", not "270 minutes". */
export function lengthWords(minutes: number): string {
	if (minutes < 120) return m.pathways_minutes({ count: minutes });
	const halves = Math.round(minutes / 30);
	const half = halves % 2 === 1 ? '½' : '';
	return m.pathways_hours({ count: `${Math.floor(halves / 2)}${half}` });
}
