import { m } from '#lib/paraglide/messages.js';
import { learningStateWord, type LearningState } from '../../components/learning-state.ts';
import type { Push as DrawnPush } from '../../components/pushes.svelte';
import type { MapPlace } from './map-view.ts';

export interface EvidenceLine {
	readonly eventId: string;
	readonly kind: string;
	readonly at: Date;
	readonly place: 'school' | 'home' | 'online' | 'community' | 'work';
	readonly result: 'right' | 'wrong' | 'dont-know-yet' | null;
	readonly words: string | null;
	readonly withdrawnAt: Date | null;
}

export interface Push {
	readonly kind: keyof typeof pushWord;
	/** Of a hundred, up (+) or down (-). */
	readonly points: number;
}

/** Everything about one outcome, as the page shows it. */
export interface OutcomeView {
	readonly outcomeId: string;
	readonly strandId: string | null;
	readonly strandName: string | null;
	readonly words: string;
	readonly statement: string;
	readonly state: LearningState;
	readonly belief: {
		readonly probability: number;
		readonly low: number;
		readonly high: number;
		readonly evidence: number;
		readonly own: number | null;
	};
	readonly percent: number;
	readonly pushes: readonly Push[];
	readonly changes: readonly {
		readonly by: 'right-answers' | 'wrong-answers' | 'days';
		readonly count: number;
		readonly state: LearningState;
	}[];
	readonly evidence: readonly EvidenceLine[];
	readonly olderThan: string | null;
	readonly before: readonly MapPlace[];
	readonly after: readonly MapPlace[];
	readonly isAskable: boolean;
	readonly challenges: readonly {
		readonly challengeId: string;
		readonly words: string;
		readonly state: 'open' | 'tested' | 'agreed' | 'kept';
		readonly answer: string | null;
	}[];
}

const pushWord = {
	start: m.belief_push_start,
	right: m.belief_push_right,
	wrong: m.belief_push_wrong,
	lately: m.belief_push_lately,
	elsewhere: m.belief_push_elsewhere,
	time: m.belief_push_time,
	before: m.belief_push_before,
	after: m.belief_push_after,
	other: m.belief_push_other
} as const;

const signed = (points: number): string => (points > 0 ? `+${points}` : `−${Math.abs(points)}`);

/** A push of thirty of a hundred fills its half of the drawing. */
const fullPush = 30;

/** The reasons as they are drawn, each with its points, so that they can be added up. */
export const drawnPushes = (pushes: readonly Push[]): readonly DrawnPush[] =>
	pushes.map(({ kind, points }) => ({
		text: m.belief_push_points({ text: pushWord[kind](), points: signed(points) }),
		size: Math.max(-1, Math.min(1, points / fullPush))
	}));

/** The nearest change of the word for the better, else the nearest of all, as a sentence. */
export function changeWords(changes: OutcomeView['changes']): string {
	const change = changes.find(({ by }) => by === 'right-answers') ?? changes[0];
	if (!change) return m.belief_change_none();
	const state = learningStateWord[change.state]();
	const { count } = change;
	if (change.by === 'days') return m.belief_change_days({ count, state });
	if (change.by === 'right-answers') {
		return count === 1
			? m.belief_change_right_one({ state })
			: m.belief_change_right({ count, state });
	}
	return count === 1
		? m.belief_change_wrong_one({ state })
		: m.belief_change_wrong({ count, state });
}

const byResult = {
	right: m.map_evidence_right,
	wrong: m.map_evidence_wrong,
	'dont-know-yet': m.map_evidence_dont_know
} as const;

/** What a piece of evidence was, in words. */
export function evidenceWords({ kind, result }: EvidenceLine): string {
	if (result) return byResult[result]();
	switch (kind) {
		case 'observation':
			return m.map_evidence_observation();
		case 'self-assessment':
			return m.map_evidence_own();
		case 'artefact-judgement':
			return m.map_evidence_work();
		case 'teacher-judgement':
			return m.map_evidence_judgement();
		default:
			return m.map_evidence_external();
	}
}

export const placeWord = {
	school: m.map_place_school,
	home: m.map_place_home,
	online: m.map_place_online,
	community: m.map_place_community,
	work: m.map_place_work
} as const;

export const challengeWord = {
	open: m.map_challenge_open,
	tested: m.map_challenge_tested,
	agreed: m.map_challenge_agreed,
	kept: m.map_challenge_kept
} as const;
