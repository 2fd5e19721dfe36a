import { describe, expect, test } from 'vitest';
import type { PersonActor, Role } from '#lib/server/platform/access/index.ts';
import type { CommunityId, PersonId } from '#lib/server/platform/ids.ts';
import { firstPageOf, openFrame, type Frame } from './frames.ts';

const someone = (...roles: Role[]): PersonActor => ({
	kind: 'person',
	communityId: 'c' as CommunityId,
	personId: 'p' as PersonId,
	memberships: roles.map((role) => ({ role, siteId: null })),
	relations: [],
	band: null
});

describe('frames', () => {
	test.each([
		['/today', ['learner']],
		['/staff', ['teacher', 'family']],
		['/staff', ['support', 'administrator']],
		['/settings', ['leader']],
		['/family', ['family']],
		['/family', ['mentor']],
		['/family', []]
	] as [string, Role[]][])('%s is the first page of %j', (home, roles) => {
		expect(firstPageOf(someone(...roles))).toBe(home);
	});

	const opens: readonly [Role | 'nobody', readonly Frame[]][] = [
		['learner', ['learner']],
		['teacher', ['staff']],
		['support', ['staff']],
		['administrator', ['staff', 'lead']],
		['leader', ['staff', 'lead']],
		['family', ['family']],
		['mentor', ['family']],
		['council', ['family']],
		['nobody', ['family']]
	];
	test.each(opens)('to %s %j are open, and no other', (role, expected) => {
		const actor = role === 'nobody' ? someone() : someone(role);
		const open = (['learner', 'staff', 'lead', 'family'] as const).filter((frame) => {
			try {
				openFrame(actor, frame);
				return true;
			} catch (cause) {
				expect(cause).toMatchObject({ status: 404 });
				return false;
			}
		});
		expect(open).toEqual(expected);
	});

	test('a teacher who is also a mother opens both', () => {
		const both = someone('teacher', 'family');
		expect(() => openFrame(both, 'staff')).not.toThrow();
		expect(() => openFrame(both, 'family')).not.toThrow();
	});
});
