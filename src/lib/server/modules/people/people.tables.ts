import type {
	AgeBand,
	RelationLimit,
	RelationshipKind,
	Role
} from '../../platform/access/index.ts';
import type { SchoolDay } from '../../platform/clock/index.ts';
import type { CommunityId, GroupId, PersonId, SiteId, Uuid } from '../../platform/ids.ts';

export const profileKinds = [
	'strength',
	'interest',
	'driver',
	'culture',
	'language',
	'learns-best',
	'support',
	'aspiration'
] as const;
export type ProfileKind = (typeof profileKinds)[number];

export const audiences = ['me', 'teachers', 'teachers-and-family', 'everyone-with-me'] as const;
export type Audience = (typeof audiences)[number];

/** The person's own settings; absent means "as the device or the school says". */
export interface PersonSettings {
	readonly locale: string | null;
	readonly theme: 'light' | 'dark' | null;
	readonly contrast: 'more' | null;
	readonly textSize: 's' | 'm' | 'l' | 'xl' | null;
	readonly spacing: 'wide' | null;
	readonly font: 'system' | null;
	readonly tint: 'cream' | 'blue' | 'green' | 'rose' | null;
	readonly motion: 'less' | null;
	readonly readsAloud: boolean;
}

export type PeopleTables = {
	person: {
		community_id: CommunityId;
		person_id: PersonId;
		given_name: string;
		family_name: string;
		called: string;
		birth_date: SchoolDay | null;
		grade: string | null;
		band: AgeBand | null;
		status: 'active' | 'left';
		source_id: string | null;
		created_at: Date;
	};
	contact: {
		community_id: CommunityId;
		contact_id: Uuid;
		person_id: PersonId;
		kind: 'email' | 'phone';
		value: string;
	};
	membership: {
		community_id: CommunityId;
		membership_id: Uuid;
		person_id: PersonId;
		site_id: SiteId | null;
		role: Role;
		starts_at: Date;
		ends_at: Date | null;
	};
	learner_group: {
		community_id: CommunityId;
		group_id: GroupId;
		site_id: SiteId;
		kind: 'home' | 'class' | 'fluid';
		name: string;
		starts_on: SchoolDay | null;
		ends_on: SchoolDay | null;
		source_id: string | null;
	};
	group_member: {
		community_id: CommunityId;
		group_id: GroupId;
		person_id: PersonId;
		part: 'learner' | 'adult';
		starts_at: Date;
		ends_at: Date | null;
	};
	relationship: {
		community_id: CommunityId;
		relationship_id: Uuid;
		kind: RelationshipKind;
		adult_id: PersonId;
		learner_id: PersonId;
		group_id: GroupId | null;
		starts_at: Date;
		ends_at: Date | null;
		limits: readonly RelationLimit[];
		purpose: string | null;
		/** How the adult is related, in the family's words ("koro", "mum"). */
		words: string | null;
	};
	person_setting: {
		community_id: CommunityId;
		person_id: PersonId;
		locale: string | null;
		theme: PersonSettings['theme'];
		contrast: PersonSettings['contrast'];
		text_size: PersonSettings['textSize'];
		spacing: PersonSettings['spacing'];
		font: PersonSettings['font'];
		tint: PersonSettings['tint'];
		motion: PersonSettings['motion'];
		reads_aloud: boolean;
		updated_at: Date;
	};
	profile_item: {
		community_id: CommunityId;
		item_id: Uuid;
		learner_id: PersonId;
		kind: ProfileKind;
		words: string;
		audience: Audience;
		author_id: PersonId;
		created_at: Date;
		removed_at: Date | null;
	};
	equity_attribute: {
		community_id: CommunityId;
		person_id: PersonId;
		attribute: string;
		value: string;
		purpose: string;
	};
	access_row: {
		community_id: CommunityId;
		access_id: Uuid;
		learner_id: PersonId;
		adult_id: PersonId;
		what: string;
		day: SchoolDay;
		at: Date;
	};
};
