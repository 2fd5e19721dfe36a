import {
	columns,
	impersonal,
	type ColumnPurpose,
	type PrivacyDeclaration
} from '../../platform/privacy/index.ts';

const stay = 'as long as the person belongs to the community';
const identity: ColumnPurpose = {
	purpose: 'to know who is here, what they want to be called and which pages suit their age',
	basis: 'public-task',
	seenBy: 'the person; the adults around a learner; administrators',
	kept: stay,
	exported: 'me.json',
	erased: 'value-replaced'
};
const contact: ColumnPurpose = {
	...identity,
	purpose: 'to reach the person outside the school',
	seenBy: 'the person; administrators',
	erased: 'row-deleted'
};
const membership: ColumnPurpose = {
	...identity,
	purpose: 'to know what somebody is here as, and since when',
	exported: 'memberships.json',
	erased: 'row-deleted'
};
const group: ColumnPurpose = {
	...membership,
	purpose: 'to know who learns and teaches together',
	seenBy: 'the adults and learners of the group; administrators',
	exported: 'groups.json'
};
const relationship: ColumnPurpose = {
	...membership,
	purpose: 'to let the right adults in, and nobody else; limits hold court orders and consents',
	seenBy: 'the learner; the adult; administrators',
	exported: 'adults-around-me.json; limits are left out where they protect somebody'
};
const setting: ColumnPurpose = {
	...identity,
	purpose: 'to make pages look and speak as the person wants; may show what eyes or reading need',
	basis: 'consent',
	seenBy: 'the person',
	exported: 'settings.json',
	erased: 'row-deleted'
};
const profile: ColumnPurpose = {
	...identity,
	purpose: 'what the learner says about themself, in their words',
	basis: 'consent',
	seenBy: 'the audience that the learner chose for each item',
	exported: 'profile.json',
	erased: 'row-deleted'
};
const equity: ColumnPurpose = {
	...identity,
	purpose: 'to see whether access and progress are fair; bound to the purpose written beside it',
	seenBy: 'nobody by name: only counts of ten people and more',
	exported: 'equity.json',
	erased: 'row-deleted'
};
const access: ColumnPurpose = {
	...identity,
	purpose: 'to show a learner and their family which adults opened their things (TP6)',
	basis: 'legal-obligation',
	seenBy: 'the learner; their family',
	exported: 'who-saw-my-things.json',
	erased: 'row-deleted'
};

/** Who is here, how they stand to each other, what they say about themselves. */
export const peoplePrivacy: PrivacyDeclaration = {
	module: 'people',
	columns: {
		...columns(
			'person',
			[
				'person_id',
				'given_name',
				'family_name',
				'called',
				'birth_date',
				'grade',
				'band',
				'status',
				'source_id'
			],
			identity
		),
		...columns('contact', ['person_id', 'kind', 'value'], contact),
		...columns('membership', ['person_id', 'site_id', 'role', 'starts_at', 'ends_at'], membership),
		...columns('group_member', ['person_id', 'part', 'starts_at', 'ends_at'], group),
		...columns(
			'relationship',
			[
				'kind',
				'adult_id',
				'learner_id',
				'group_id',
				'starts_at',
				'ends_at',
				'limits',
				'purpose',
				'words'
			],
			relationship
		),
		...columns(
			'person_setting',
			[
				'person_id',
				'locale',
				'theme',
				'contrast',
				'text_size',
				'spacing',
				'font',
				'tint',
				'motion',
				'reads_aloud'
			],
			setting
		),
		...columns(
			'profile_item',
			['learner_id', 'kind', 'words', 'audience', 'author_id', 'created_at', 'removed_at'],
			profile
		),
		...columns('equity_attribute', ['person_id', 'attribute', 'value', 'purpose'], equity),
		...columns('access_row', ['learner_id', 'adult_id', 'what', 'day', 'at'], access)
	},
	impersonal: [
		...impersonal('person', ['community_id', 'created_at']),
		...impersonal('contact', ['community_id', 'contact_id']),
		...impersonal('membership', ['community_id', 'membership_id']),
		...impersonal('learner_group', [
			'community_id',
			'group_id',
			'site_id',
			'kind',
			'name',
			'starts_on',
			'ends_on',
			'source_id'
		]),
		...impersonal('group_member', ['community_id', 'group_id']),
		...impersonal('relationship', ['community_id', 'relationship_id']),
		...impersonal('person_setting', ['community_id', 'updated_at']),
		...impersonal('profile_item', ['community_id', 'item_id']),
		...impersonal('equity_attribute', ['community_id']),
		...impersonal('access_row', ['community_id', 'access_id'])
	]
};
