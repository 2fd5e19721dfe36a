import type { DecisionView } from '../../platform/audit/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { AccessView } from './profile.store.ts';

/** What a learner's history tells. An action is shown when it stands here, so that nothing private slips in unnoticed. */
const shared = [
	'agency.place-rung',
	'evidence.record-external',
	'evidence.record-judgement',
	'evidence.record-marks',
	'evidence.record-observation',
	'evidence.record-response',
	'evidence.record-self-assessment',
	'evidence.withdraw-evidence',
	'learner-model.answer-challenge',
	'learner-model.challenge-belief',
	'learner-model.finish-check',
	'learner-model.start-check',
	'pathways.answer-own-idea',
	'pathways.decline-alternative',
	'pathways.offer-alternatives',
	'pathways.pick-alternative',
	'pathways.propose-own-idea',
	'people.issue-card',
	'people.issue-code',
	'people.issue-picture',
	'people.end-visits',
	'plans.achieve-goal',
	'plans.add-commitment',
	'plans.add-step',
	'plans.agree-proposal',
	'plans.ask-about-proposal',
	'plans.ask-to-talk',
	'plans.change-goal',
	'plans.counter-propose',
	'plans.decline-proposal',
	'plans.draft-plan',
	'plans.keep-commitment',
	'plans.propose-goal',
	'plans.remove-step',
	'plans.reply-to-question',
	'plans.set-draft-aside',
	'plans.set-goal-aside',
	'plans.take-up-alternative',
	'plans.tick-step',
	'plans.untick-step',
	'plans.withdraw-proposal'
] as const;

/** What the learner alone is told: their profile and work may be for themself, and even that they exist is theirs. */
const own = [
	'people.add-profile-item',
	'people.change-profile-item',
	'people.choose-password',
	'people.remove-profile-item',
	'people.restore-profile-item',
	'portfolio.add-reflection',
	'portfolio.add-work',
	'portfolio.answer-feedback',
	'portfolio.ask-feedback',
	'portfolio.answer-request',
	'portfolio.judge-work',
	'portfolio.offer-feedback',
	'portfolio.remove-work',
	'portfolio.restore-work',
	'portfolio.revise-work'
] as const;

export type HistoryAction = (typeof shared)[number] | (typeof own)[number];

const ownHistory: readonly HistoryAction[] = [...shared, ...own];

/** The actions that a viewer of a learner's history is told of. */
export const historyActions = (isLearner: boolean): readonly HistoryAction[] =>
	isLearner ? ownHistory : shared;

/** One adult and what of the learner's they opened lately. */
export interface Opened {
	readonly adultId: PersonId;
	readonly called: string;
	readonly what: readonly string[];
	/** The last school day on which they did. */
	readonly day: string;
}

/** One line for an adult, whatever the number of days and things; who looked last comes first. */
export function groupOpened(rows: readonly AccessView[]): readonly Opened[] {
	const byAdult = new Map<PersonId, Opened>();
	for (const { adultId, called, what, day } of rows) {
		const known = byAdult.get(adultId) ?? { adultId, called, what: [], day };
		const things = known.what.includes(what) ? known.what : [...known.what, what];
		byAdult.set(adultId, { ...known, what: things });
	}
	return [...byAdult.values()];
}

/** One thing that somebody did, perhaps several times in a row on one day. */
export interface Change {
	readonly key: string;
	readonly action: HistoryAction;
	/** Null for the system. */
	readonly actorId: PersonId | null;
	readonly day: string;
	readonly times: number;
}

/** Decisions, newest first, as lines; the same again by the same person on the same day is one line with a count. */
export function foldChanges(
	decisions: readonly Pick<DecisionView, 'decisionId' | 'actorId' | 'action' | 'at'>[],
	actions: readonly HistoryAction[],
	dayOf: (at: Date) => string
): readonly Change[] {
	const changes: Change[] = [];
	for (const { decisionId, actorId, action: name, at } of decisions) {
		const action = actions.find((each) => each === name);
		if (!action) continue;
		const day = dayOf(at);
		const last = changes.at(-1);
		if (last?.action === action && last.actorId === actorId && last.day === day) {
			changes[changes.length - 1] = { ...last, times: last.times + 1 };
		} else {
			// SAFETY: a decision's actor is a person of this community.
			changes.push({ key: decisionId, action, actorId: actorId as PersonId | null, day, times: 1 });
		}
	}
	return changes;
}
