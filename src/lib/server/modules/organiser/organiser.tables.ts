import type { ColumnType } from 'kysely';
import type {
	CurvePoint,
	OfferKind,
	ProblemFault,
	Snapshot,
	WeekPlan,
	WeekProblem,
	WishPrice
} from '#engines/organiser/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { CommunityId, Id, OutcomeId, PersonId, SiteId } from '../../platform/ids.ts';
import type { Rung } from '../agency/index.ts';
import type { StrandId } from '../curriculum/index.ts';
import type { OpportunityId } from '../opportunities/index.ts';
import type { PeriodId, RoomId } from '../school/index.ts';

export type WeekId = Id<'week'>;
export type OfferId = Id<'offer'>;
export type AbsenceId = Id<'absence'>;
export type CallId = Id<'call'>;
export type PairId = Id<'pair'>;
export type RunId = Id<'run'>;
export type SessionId = Id<'session'>;
export type ChangeId = Id<'change'>;
export type IntentionId = Id<'intention'>;
export type FeedId = Id<'feed'>;

export const offerKinds = [
	'workshop',
	'seminar',
	'lesson',
	'conference',
	'studio',
	'quiet-study',
	'off-site'
] as const satisfies readonly OfferKind[];
export const groupings = ['any', 'similar', 'mixed'] as const;
export type Grouping = (typeof groupings)[number];
/** What a learner said, as the rung for it has it: counts, waits for the other side, or is to be talked about. */
export type Standing = 'in-force' | 'waiting' | 'talk';
export const runStates = ['waiting', 'running', 'done', 'stopped', 'failed'] as const;
export type RunState = (typeof runStates)[number];
export const seatReasons = ['must', 'call', 'need', 'owed', 'wish', 'free'] as const;
export type SeatReason = (typeof seatReasons)[number];
export const changeKinds = ['published', 'absence', 'room', 'late-wish', 'by-hand'] as const;
export type ChangeKind = (typeof changeKinds)[number];
export const rollStates = ['here', 'not-here', 'elsewhere'] as const;
export type RollState = (typeof rollStates)[number];
export const actuals = ['done', 'partly', 'something-else', 'not'] as const;
export type Actual = (typeof actuals)[number];

/** One period in which a learner is somewhere else than before; null is supervised study. */
export interface Moved {
	readonly learnerId: PersonId;
	readonly day: SchoolDay;
	readonly periodId: PeriodId;
	readonly from: OfferId | null;
	readonly to: OfferId | null;
}

type Json<T> = ColumnType<T, string, string>;
type JsonOrNull<T> = ColumnType<T | null, string | null | undefined, string | null>;

export type OrganiserTables = {
	week_rule: {
		community_id: CommunityId;
		site_id: SiteId;
		study_seats: number;
		most_wishes: number;
		closes_weekday: number;
		closes_at: string;
		money_minor: number | null;
		adult_minutes: number | null;
	};
	site_week: {
		community_id: CommunityId;
		week_id: WeekId;
		site_id: SiteId;
		starts_on: SchoolDay;
		state: 'open' | 'published';
		wishes_until: Date;
		study_seats: number;
		most_wishes: number;
		money_minor: number | null;
		adult_minutes: number | null;
		revision: number;
		published_run_id: RunId | null;
		published_at: Date | null;
		published_by: PersonId | null;
		opened_at: Date;
		opened_by: PersonId | null;
	};
	offer: {
		community_id: CommunityId;
		offer_id: OfferId;
		site_id: SiteId;
		kind: OfferKind;
		title: string;
		about: string;
		opportunity_id: OpportunityId | null;
		strand_id: StrandId | null;
		age_from: number | null;
		age_to: number | null;
		sections: number;
		minimum: number;
		maximum: number;
		grouping: Grouping;
		age_spread_months: number | null;
		needs_room: boolean;
		features: readonly string[];
		period_ids: readonly PeriodId[];
		cost_minor: number | null;
		currency: string | null;
		from_day: SchoolDay;
		until_day: SchoolDay | null;
		version: number;
		made_by: PersonId | null;
		made_at: Date;
		changed_at: Date;
		retired_at: Date | null;
	};
	offer_outcome: {
		community_id: CommunityId;
		offer_id: OfferId;
		outcome_id: OutcomeId;
		part: 'builds' | 'needs';
	};
	offer_adult: {
		community_id: CommunityId;
		offer_id: OfferId;
		person_id: PersonId;
		is_usual: boolean;
	};
	absence: {
		community_id: CommunityId;
		absence_id: AbsenceId;
		person_id: PersonId | null;
		room_id: RoomId | null;
		starts_on: SchoolDay;
		ends_on: SchoolDay;
		period_id: PeriodId | null;
		words: string | null;
		made_by: PersonId | null;
		made_at: Date;
		removed_at: Date | null;
	};
	adult_load: { community_id: CommunityId; person_id: PersonId; most_sessions: number };
	offer_call: {
		community_id: CommunityId;
		call_id: CallId;
		learner_id: PersonId;
		offer_id: OfferId;
		is_must: boolean;
		severity: number;
		reason: string;
		from_day: SchoolDay;
		until_day: SchoolDay;
		met_week_id: WeekId | null;
		made_by: PersonId | null;
		made_at: Date;
		withdrawn_at: Date | null;
		withdrawn_by: PersonId | null;
		objection: string | null;
		objected_at: Date | null;
		answer: string | null;
		answered_by: PersonId | null;
		answered_at: Date | null;
	};
	wish_list: {
		community_id: CommunityId;
		week_id: WeekId;
		learner_id: PersonId;
		seed: number;
		rung: Rung;
		state: Standing;
		saved_at: Date;
		saved_by: PersonId | null;
		answered_by: PersonId | null;
		answered_at: Date | null;
		words: string | null;
		other_words: string | null;
		other_asked_at: Date | null;
	};
	week_wish: {
		community_id: CommunityId;
		week_id: WeekId;
		learner_id: PersonId;
		offer_id: OfferId;
		rank: number;
	};
	company_wish: {
		community_id: CommunityId;
		learner_id: PersonId;
		other_id: PersonId;
		rung: Rung;
		state: Standing;
		said_at: Date;
		said_by: PersonId | null;
		answered_by: PersonId | null;
		answered_at: Date | null;
	};
	apart_pair: {
		community_id: CommunityId;
		pair_id: PairId;
		learner_id: PersonId;
		other_id: PersonId;
		reason: string;
		made_by: PersonId | null;
		made_at: Date;
		ended_at: Date | null;
	};
	organiser_run: {
		community_id: CommunityId;
		run_id: RunId;
		week_id: WeekId;
		name: string;
		state: RunState;
		seed: number;
		seconds: number;
		problem: JsonOrNull<WeekProblem>;
		snapshot: JsonOrNull<Snapshot>;
		plan: JsonOrNull<WeekPlan>;
		curve: JsonOrNull<readonly CurvePoint[]>;
		levels: JsonOrNull<readonly number[]>;
		report: JsonOrNull<unknown>;
		faults: JsonOrNull<readonly ProblemFault[]>;
		spent_ms: number;
		wants_stop: boolean;
		asked_by: PersonId | null;
		asked_at: Date;
		started_at: Date | null;
		heartbeat_at: Date | null;
		ended_at: Date | null;
	};
	week_session: {
		community_id: CommunityId;
		session_id: SessionId;
		week_id: WeekId;
		offer_id: OfferId;
		section: number;
		day: SchoolDay;
		period_id: PeriodId;
		room_id: RoomId | null;
		adult_id: PersonId | null;
		made_at: Date;
		cancelled_at: Date | null;
	};
	week_seat: {
		community_id: CommunityId;
		session_id: SessionId;
		learner_id: PersonId;
		week_id: WeekId;
		why: SeatReason;
		rank: number | null;
		made_at: Date;
	};
	unmet_wish: {
		community_id: CommunityId;
		week_id: WeekId;
		learner_id: PersonId;
		offer_id: OfferId;
		rank: number;
		cause: string;
		price: JsonOrNull<WishPrice>;
		priced_at: Date | null;
	};
	week_change: {
		community_id: CommunityId;
		change_id: ChangeId;
		week_id: WeekId;
		revision: number;
		kind: ChangeKind;
		words: string | null;
		touched: number;
		moved: Json<readonly Moved[]>;
		made_by: PersonId | null;
		made_at: Date;
	};
	week_fairness: {
		community_id: CommunityId;
		week_id: WeekId;
		learner_id: PersonId;
		satisfaction: number;
		credit: number;
	};
	roll_mark: {
		community_id: CommunityId;
		day: SchoolDay;
		period_id: PeriodId;
		learner_id: PersonId;
		session_id: SessionId | null;
		state: RollState;
		words: string | null;
		marked_by: PersonId | null;
		marked_at: Date;
	};
	week_intention: {
		community_id: CommunityId;
		intention_id: IntentionId;
		learner_id: PersonId;
		week_id: WeekId;
		day: SchoolDay;
		period_id: PeriodId | null;
		words: string;
		made_at: Date;
		actual: Actual | null;
		actual_words: string | null;
		looked_back_at: Date | null;
		removed_at: Date | null;
	};
	calendar_feed: {
		community_id: CommunityId;
		feed_id: FeedId;
		person_id: PersonId;
		token_digest: string;
		made_at: Date;
		revoked_at: Date | null;
	};
};
