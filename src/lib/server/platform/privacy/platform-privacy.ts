import { columns, impersonal, type PrivacyDeclaration } from './index.ts';

/** What the platform itself holds about people: accounts, the decision log, events, files. */
export const platformPrivacy: PrivacyDeclaration = {
	module: 'platform',
	columns: {
		...columns(
			'auth.user',
			[
				'id',
				'name',
				'email',
				'username',
				'displayUsername',
				'communityId',
				'personId',
				'contactEmail',
				'emailVerified',
				'image',
				'mustChangePassword',
				'createdAt',
				'updatedAt'
			],
			{
				purpose: 'lets the person sign in',
				basis: 'public-task',
				seenBy: 'the person; administrators see the username',
				kept: 'as long as the person belongs to the community',
				exported: 'account.json, without secrets',
				erased: 'row-deleted'
			}
		),
		...columns(
			'auth.session',
			['id', 'token', 'userId', 'ipAddress', 'userAgent', 'expiresAt', 'createdAt', 'updatedAt'],
			{
				purpose: 'keeps the person signed in; address and device are left empty',
				basis: 'public-task',
				seenBy: 'nobody',
				kept: 'two to twelve hours, by role; removed in the night after',
				exported: 'left out: it is a key, not a fact about the person',
				erased: 'row-deleted'
			}
		),
		...columns(
			'auth.account',
			[
				'id',
				'accountId',
				'providerId',
				'userId',
				'accessToken',
				'refreshToken',
				'idToken',
				'accessTokenExpiresAt',
				'refreshTokenExpiresAt',
				'scope',
				'password',
				'createdAt',
				'updatedAt'
			],
			{
				purpose: 'proves that it is the person who signs in',
				basis: 'public-task',
				seenBy: 'nobody',
				kept: 'as long as the account',
				exported: 'left out: secrets',
				erased: 'row-deleted'
			}
		),
		...columns(
			'local.sign_in_secret',
			[
				'secret_id',
				'community_id',
				'person_id',
				'kind',
				'digest',
				'made_by',
				'made_at',
				'expires_at',
				'used_at'
			],
			{
				purpose: 'picture, card or code by which the person signs in',
				basis: 'public-task',
				seenBy: 'nobody: digests only',
				kept: 'until reissued or fourteen days after it was used',
				exported: 'left out: secrets',
				erased: 'row-deleted'
			}
		),
		...columns('local.sign_in_attempt', ['attempt_id', 'door', 'subject', 'at'], {
			purpose: 'slows down guessing at the door',
			basis: 'legitimate-interest',
			seenBy: 'nobody: keyed digests only',
			kept: 'one hour; removed with the next sign-in or in the night',
			exported: 'left out: cannot be linked back to a person',
			erased: 'kept-without-person'
		}),
		...columns('local.picture_window', ['opened_by'], {
			purpose: 'says which teacher opened the sign-in window of a class',
			basis: 'public-task',
			seenBy: 'teachers of the class',
			kept: 'one day after it closed',
			exported: 'left out: a fact of the day at school',
			erased: 'row-deleted'
		}),
		...columns(
			'local.demo_entry',
			['position', 'community_id', 'person_id', 'name', 'age', 'shows'],
			{
				purpose: 'offers six fictional people at the sign-in page of the demo community',
				basis: 'legitimate-interest',
				seenBy: 'whoever opens the demo on the machine it runs on',
				kept: 'as long as the demo community',
				exported: 'left out: the people are fictional',
				erased: 'row-deleted'
			}
		),
		...columns(
			'decision',
			['actor_id', 'actor_role', 'learner_id', 'initiator_id', 'reason', 'changes'],
			{
				purpose: 'history of every object, and who decided what',
				basis: 'public-task',
				seenBy: 'the learner and the adults in relationship with them',
				kept: 'as long as the learner belongs to the community',
				exported: 'history.json',
				erased: 'value-replaced'
			}
		),
		...columns('event', ['payload'], {
			purpose: 'tells other modules what happened, by ids alone',
			basis: 'public-task',
			seenBy: 'nobody',
			kept: 'thirty days after delivery',
			exported: 'left out: ids of what is exported elsewhere',
			erased: 'row-deleted'
		}),
		...columns(
			'stored_file',
			[
				'file_id',
				'owner_id',
				'digest',
				'small_digest',
				'name',
				'media_type',
				'bytes',
				'width',
				'height'
			],
			{
				purpose: 'files a person added to their work',
				basis: 'public-task',
				seenBy: 'as the audience of the work says',
				kept: 'as long as the work',
				exported: 'files/, with their names',
				erased: 'row-deleted'
			}
		)
	},
	impersonal: [
		...impersonal('decision', [
			'community_id',
			'decision_id',
			'at',
			'action',
			'object_type',
			'object_id',
			'kind',
			'decided',
			'rung'
		]),
		...impersonal('event', [
			'community_id',
			'event_id',
			'at',
			'type',
			'delivered_at',
			'attempts',
			'not_before'
		]),
		...impersonal('stored_file', ['community_id', 'created_at']),
		...impersonal('auth.verification', [
			'id',
			'identifier',
			'value',
			'expiresAt',
			'createdAt',
			'updatedAt'
		]),
		...impersonal('local.picture_window', [
			'window_id',
			'code_digest',
			'community_id',
			'group_id',
			'opened_at',
			'closes_at'
		]),
		...impersonal('local.community_directory', ['community_id', 'name', 'is_demo', 'created_at']),
		...impersonal('local.migration', ['migration_id', 'digest', 'applied_at'])
	]
};
