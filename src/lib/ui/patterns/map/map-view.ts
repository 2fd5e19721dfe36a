import { m } from '#lib/paraglide/messages.js';
import { learningStateWord, type LearningState } from '../../components/learning-state.ts';
import type { TerrainPlace } from '../../components/terrain.ts';

export type Band = '5-7' | '8-11' | '12-18';
export type StateCounts = Readonly<Record<LearningState, number>>;

/** One strand on the first page of the map. */
export interface StrandSummary {
	readonly strandId: string;
	readonly name: string;
	readonly kind: 'subject' | 'competency' | 'habit';
	readonly outcomes: number;
	readonly counts: StateCounts;
	readonly isBegun: boolean;
	/** Meant for about my age; the others are there when I look for them. */
	readonly fitsAge: boolean;
}

/** One place as a list shows it. */
export interface MapPlace {
	readonly outcomeId: string;
	readonly title: string;
	readonly words: string;
	readonly state: LearningState;
	/** Pieces of evidence. */
	readonly evidence: number;
	/** Width of the interval around the belief, 0 (sure) to 1 (no idea). */
	readonly spread: number;
}

/** A place as the terrain draws it, 0 to 99 each way. */
export interface DrawnMapPlace extends MapPlace {
	readonly x: number;
	readonly y: number;
	readonly tall: { readonly x: number; readonly y: number };
}

/** One strand, drawn and listed. */
export interface StrandMapView {
	readonly strandId: string;
	readonly name: string;
	readonly counts: StateCounts;
	readonly drawn: readonly DrawnMapPlace[];
	readonly paths: readonly { readonly from: string; readonly to: string }[];
	readonly here: string | null;
	readonly listed: readonly MapPlace[];
	readonly total: number;
	readonly page: number;
	readonly pages: number;
}

/** How sure in words, with how much was seen: “Not very sure. Only four answers or sightings.” */
export function sureWords(evidence: number, spread: number): string {
	if (evidence === 0) return m.belief_sure_blank();
	const sure =
		spread < 0.25
			? m.belief_sure_high()
			: spread < 0.5
				? m.belief_sure_some()
				: m.belief_sure_low();
	return m.map_detail({ seen: sure, sure: seenWords(evidence) });
}

function seenWords(count: number): string {
	if (count === 1) return m.belief_seen_one();
	return count < 6 ? m.belief_seen_few({ count }) : m.belief_seen_many({ count });
}

/** A place as the components draw and list it. `base` is the address of the map. */
export function terrainPlace(place: MapPlace, base: string): Omit<TerrainPlace, 'x' | 'y'> {
	return {
		id: place.outcomeId,
		title: place.title,
		statement: place.words,
		detail: place.evidence === 0 ? undefined : sureWords(place.evidence, place.spread),
		state: place.state,
		href: `${base}/outcome/${place.outcomeId}`
	};
}

/** What the page of a strand answers with. */
export function strandHeading({ name: strand, counts }: StrandMapView): string {
	if (counts.ready === 1) return m.map_strand_ready_one({ strand });
	if (counts.ready > 1) return m.map_strand_ready({ strand, count: counts.ready });
	return counts.secure > 0
		? m.map_strand_mine({ strand, count: counts.secure })
		: m.map_strand_plain({ strand });
}

/** What the whole map answers with: where most can be started, of what is begun. */
export function mapHeading(strands: readonly StrandSummary[]): string {
	const begun = strands.filter(({ isBegun }) => isBegun);
	if (begun.length === 0) return m.map_title_blank();
	const [best] = begun.toSorted((a, b) => b.counts.ready - a.counts.ready);
	if (!best || best.counts.ready === 0) return m.map_title();
	const { name: strand, counts } = best;
	return counts.ready === 1
		? m.map_title_ready_one({ strand })
		: m.map_title_ready({ strand, count: counts.ready });
}

const order: readonly LearningState[] = [
	'secure',
	'nearly',
	'working-on',
	'due-a-refresh',
	'ready'
];

/** The states of a strand that have a place in them, in words: “Secure: 3”. */
export const countWords = (counts: StateCounts): readonly string[] =>
	order
		.filter((state) => counts[state] > 0)
		.map((state) => m.map_count({ state: learningStateWord[state](), count: counts[state] }));

/** The same as lengths of a strip, 0 to 100 from the start, for drawing. */
export function stripOf({ counts, outcomes }: StrandSummary) {
	let from = 0;
	return order
		.filter((state) => counts[state] > 0)
		.map((state) => {
			const part = { state, from, length: (counts[state] / Math.max(1, outcomes)) * 100 };
			from += part.length;
			return part;
		});
}
