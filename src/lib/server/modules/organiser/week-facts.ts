import type { BeliefMap } from '../learner-model/index.ts';
import type { OutcomeGraph, StrandId } from '../curriculum/index.ts';
import type { OpportunityId } from '../opportunities/index.ts';
import type { PeriodId, RoomId, RoomView } from '../school/index.ts';
import type { AgeBand, Role } from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { OutcomeId, PersonId } from '../../platform/ids.ts';
import type { CallId, OfferId } from './organiser.tables.ts';
import type { OfferFacts } from './offer.store.ts';
import type { WeekSlot } from './week-slots.ts';
import type { WeekHead } from './week-view.store.ts';

/** An offer in force in the week. */
export interface OfferFact extends Omit<OfferFacts, 'about' | 'costMinor' | 'currency'> {
	readonly offerId: OfferId;
	readonly cost: number | null;
	readonly builds: readonly OutcomeId[];
	readonly needsFirst: readonly OutcomeId[];
	readonly adults: readonly { readonly personId: PersonId; readonly isUsual: boolean }[];
}

/** Somebody with a membership at the site, once for each role. */
export interface PersonFact {
	readonly personId: PersonId;
	readonly called: string;
	readonly role: Role;
	readonly birthDate: SchoolDay | null;
	readonly grade: string | null;
	readonly band: AgeBand | null;
	readonly mostSessions: number | null;
}

/** Of a person or of a room; a period narrows it to that period of its weekday. */
export interface AbsenceFact {
	readonly personId: PersonId | null;
	readonly roomId: RoomId | null;
	readonly startsOn: SchoolDay;
	readonly endsOn: SchoolDay;
	readonly periodId: PeriodId | null;
}

export interface CallFact {
	readonly callId: CallId;
	readonly learnerId: PersonId;
	readonly offerId: OfferId;
	readonly isMust: boolean;
	readonly severity: number;
	readonly fromDay: SchoolDay;
}

export interface WishFact {
	readonly learnerId: PersonId;
	readonly offerId: OfferId;
	readonly rank: number;
}

/** `wants`: the first would like the second's company. `apart`: they may never share a session. */
export interface PairFact {
	readonly kind: 'wants' | 'apart';
	readonly learnerId: PersonId;
	readonly otherId: PersonId;
}

/** A step of a plan that is not done, or an outcome of a goal in force. */
export interface PlannedFact {
	readonly learnerId: PersonId;
	readonly outcomeIds: readonly OutcomeId[];
	readonly opportunityId: OpportunityId | null;
	readonly dueOn: SchoolDay | null;
	readonly since: Date;
}

/** A session of a week already published, with its learners. */
export interface SeatedFact {
	readonly offerId: OfferId;
	readonly section: number;
	readonly day: SchoolDay;
	readonly periodId: PeriodId;
	readonly roomId: RoomId | null;
	readonly adultId: PersonId | null;
	readonly learnerIds: readonly PersonId[];
}

/** Minutes of a rule, spread over the school weeks of its term or year. */
export interface RuleFact {
	readonly strandId: StrandId;
	readonly band: AgeBand;
	readonly weeklyMinutes: number;
}

/** Minutes a learner had in a strand in one of the last three published weeks, 1 = last week. */
export interface GivenFact {
	readonly learnerId: PersonId;
	readonly strandId: StrandId;
	readonly weeksAgo: number;
	readonly minutes: number;
}

/** When an adult of this site leads something at another one. */
export interface BusyFact {
	readonly personId: PersonId;
	readonly day: SchoolDay;
	readonly startsAt: string;
	readonly endsAt: string;
}

/** Everything that a week is made of, as it stands in the tables. */
export interface WeekFacts {
	readonly week: Pick<
		WeekHead,
		'siteId' | 'startsOn' | 'state' | 'studySeats' | 'money' | 'adultMinutes'
	>;
	readonly slots: readonly WeekSlot[];
	readonly rooms: readonly RoomView[];
	readonly people: readonly PersonFact[];
	readonly offers: readonly OfferFact[];
	readonly absences: readonly AbsenceFact[];
	readonly calls: readonly CallFact[];
	readonly wishes: readonly WishFact[];
	readonly pairs: readonly PairFact[];
	readonly planned: readonly PlannedFact[];
	readonly beliefs: ReadonlyMap<PersonId, BeliefMap>;
	readonly graph: OutcomeGraph;
	readonly strandOf: ReadonlyMap<OutcomeId, StrandId>;
	readonly agesOf: ReadonlyMap<
		OutcomeId,
		{ readonly from: number | null; readonly to: number | null }
	>;
	readonly credits: ReadonlyMap<PersonId, number>;
	readonly rules: readonly RuleFact[];
	readonly given: readonly GivenFact[];
	/** How many of the last three weeks were published: a week without one owes nothing more. */
	readonly weeksKnown: number;
	readonly busy: readonly BusyFact[];
	/** Last week's sessions, for habits. */
	readonly before: readonly SeatedFact[];
	/** This week's, where it is published. */
	readonly published: readonly SeatedFact[];
}
