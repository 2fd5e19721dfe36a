import { impersonal, type PrivacyDeclaration } from '../../platform/privacy/index.ts';

/** The school itself: places and days, about nobody. */
export const schoolPrivacy: PrivacyDeclaration = {
	module: 'school',
	columns: {},
	impersonal: [
		...impersonal('community', [
			'community_id',
			'name',
			'kind',
			'locale',
			'is_fictional',
			'source_id',
			'created_at'
		]),
		...impersonal('site', [
			'community_id',
			'site_id',
			'name',
			'time_zone',
			'locale',
			'source_id',
			'created_at'
		]),
		...impersonal('term', [
			'community_id',
			'term_id',
			'site_id',
			'name',
			'kind',
			'starts_on',
			'ends_on',
			'source_id'
		]),
		...impersonal('closed_day', ['community_id', 'site_id', 'day', 'reason']),
		...impersonal('period', [
			'community_id',
			'site_id',
			'period_id',
			'weekday',
			'position',
			'name',
			'starts_at',
			'ends_at',
			'kind'
		]),
		...impersonal('room', [
			'community_id',
			'room_id',
			'site_id',
			'name',
			'seats',
			'features',
			'area',
			'retired_at'
		])
	]
};
