import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
	learnersFor,
	mayFor,
	type Actor,
	type PersonActor,
	type Relation,
	type RelationLimit,
	type RelationshipKind,
	type Role,
	type Rule
} from './platform/access/index.ts';
import { newUuid, type CommunityId, type PersonId } from './platform/ids.ts';

/*
 * Every rule of every module against every way to stand towards a learner (TS1). The table is written by hand: a change
 * of a rule changes a cell here, on purpose, before it is green.
 */

const moment = new Date('2026-03-02T00:00:00Z');
const communityId = newUuid<CommunityId>(moment);
const learnerId = newUuid<PersonId>(moment);
const otherId = newUuid<PersonId>(moment);
const thirdId = newUuid<PersonId>(moment);

const person = (
	role: Role | null,
	relations: readonly Relation[] = [],
	personId = newUuid<PersonId>(moment)
): PersonActor => ({
	kind: 'person',
	communityId,
	personId,
	memberships: role ? [{ role, siteId: null }] : [],
	relations,
	band: role === 'learner' ? '8-11' : null
});

const towards = (
	kind: RelationshipKind,
	limits: readonly RelationLimit[] = [],
	to = learnerId
): readonly Relation[] => [{ kind, learnerId: to, limits }];

/** Those who stand in no relation to the learner, and hold no role that opens everyone. */
const unrelated = {
	'nobody in particular': person(null),
	'teacher of another': person('teacher', towards('teaches', [], otherId)),
	'family of another': person('family', towards('family-of', [], otherId)),
	'another learner': person('learner', [], otherId),
	'who was a learner': person('family', [], learnerId),
	'no contact': person('family', towards('family-of', ['no-contact'])),
	'both limits': person('family', towards('family-of', ['contact-only', 'no-contact'])),
	'teaches, no contact': person('teacher', towards('teaches', ['no-contact'])),
	council: person('council')
} as const;

const actors = {
	self: person('learner', [], learnerId),
	teaches: person('teacher', towards('teaches')),
	supports: person('support', towards('supports')),
	family: person('family', towards('family-of')),
	'contact only': person('family', towards('family-of', ['contact-only'])),
	mentors: person('mentor', towards('mentors')),
	leader: person('leader'),
	administrator: person('administrator'),
	system: { kind: 'system', communityId, reason: 'a test' },
	...unrelated
} as const satisfies Readonly<Record<string, Actor>>;

type Name = keyof typeof actors;
const atSchool: readonly Name[] = ['teaches', 'supports'];
const adults: readonly Name[] = [...atSchool, 'family'];
const around: readonly Name[] = ['self', ...adults];
const office: readonly Name[] = ['administrator', 'system'];
/** Whoever holds the role of a teacher, whomever they teach. */
const teachers: readonly Name[] = ['teaches', 'teacher of another', 'teaches, no contact'];

/** Rule to all who may; whoever is not named may not. */
const table: Readonly<Record<string, readonly Name[]>> = {
	'agency/placeLearner': ['system'],
	'agency/seeLadder': [...around, 'mentors', 'system'],
	'agency/setDefaults': office,
	'conversations/answerHands': atSchool,
	'conversations/nameLead': office,
	'conversations/raiseHand': ['self'],
	'conversations/readAllAtHome': around,
	'conversations/talkAtHome': [...around, 'contact only'],
	'curriculum/bringCurriculum': office,
	'curriculum/matchTopics': [...teachers, 'leader', ...office],
	'evidence/answerItems': ['self', 'system'],
	'evidence/bringIn': ['system'],
	'evidence/judge': [...atSchool, 'system'],
	'evidence/observeAtSchool': [...atSchool, 'system'],
	'evidence/observeElsewhere': [...adults, 'mentors', 'system'],
	'evidence/seeEvidence': [...around, 'system'],
	'learner-model/answerChallenges': atSchool,
	'learner-model/challenge': ['self'],
	'learner-model/seeBeliefs': [...around, 'system'],
	'learner-model/takeCheck': ['self', 'system'],
	'learner-model/trainModels': ['system'],
	'opportunities/bringOpportunities': office,
	'organiser/answerWishes': atSchool,
	'organiser/callLearner': atSchool,
	'organiser/keepApart': atSchool,
	'organiser/objectToCall': ['self', 'family'],
	'organiser/organiseWeeks': [...teachers, 'leader', ...office],
	'organiser/planOwnWeek': ['self'],
	'organiser/sayWishes': ['self', ...atSchool],
	'organiser/seeWeekOf': [...around, 'system'],
	'pathways/answerForSelf': ['self'],
	'pathways/answerIdeas': adults,
	'pathways/seeAlternatives': [...around, 'system'],
	'people/administer': office,
	'people/reissueSignIn': ['teaches', 'administrator'],
	'people/seeHistory': ['self', 'family'],
	'people/seeLearner': [...around, 'mentors', 'system'],
	'people/seeSetUp': ['leader', 'administrator'],
	'people/teachLearner': atSchool,
	'people/writeProfile': ['self'],
	'plans/draftGoalsRule': ['self', ...atSchool, 'system'],
	'plans/negotiateGoals': around,
	'plans/promise': [...around, 'mentors'],
	'plans/seePlan': [...around, 'system'],
	'portfolio/agreeAudience': atSchool,
	'portfolio/endRemoved': ['system'],
	'portfolio/giveFeedbackRule': [...adults, 'mentors'],
	'portfolio/ownWork': ['self']
};

/** What is open to somebody unrelated: it concerns no learner. */
const concernsNoLearner: ReadonlySet<string> = new Set([
	'curriculum/matchTopics',
	'organiser/organiseWeeks'
]);

const isRule = (value: unknown): value is Rule =>
	Array.isArray(value) &&
	value.every((each: unknown) => typeof each === 'object' && each !== null && 'by' in each);

async function rulesIn(path: string): Promise<readonly (readonly [string, Rule])[]> {
	const exported: object = await import(/* @vite-ignore */ path);
	const module = basename(path, '.policy.ts');
	return Object.entries(exported).flatMap(([name, value]) =>
		isRule(value) ? [[`${module}/${name}`, value] as const] : []
	);
}

const folder = join(import.meta.dirname, 'modules');
const files = globSync('*/*.policy.ts', { cwd: folder }).map((file) => join(folder, file));
const rules = new Map((await Promise.all(files.map(rulesIn))).flat());

test('the table has a line for every rule there is, and for no other', () => {
	expect(Object.keys(table).toSorted()).toEqual([...rules.keys()].toSorted());
});

const cells = Object.entries(actors) as readonly (readonly [Name, Actor])[]; // SAFETY: the keys of `actors` are its names.

describe.each([...rules])('%s', (key, rule) => {
	const allowed = table[key] ?? [];

	test.each(cells)('%s', (name, actor) => {
		expect(mayFor(actor, rule, learnerId)).toBe(allowed.includes(name));
	});

	test.each(cells)('the list filter agrees: %s', (name, actor) => {
		const learners = learnersFor(actor, rule);
		expect(learners === 'everyone' || learners.has(learnerId)).toBe(allowed.includes(name));
		expect(mayFor(actor, rule, otherId)).toBe(learners === 'everyone' || learners.has(otherId));
		// Whom nobody stands to is opened by what opens everyone alone.
		expect(mayFor(actor, rule, thirdId)).toBe(learners === 'everyone');
	});
});

test('without a relation or a role, nothing about a learner is open', () => {
	const open = [...rules].flatMap(([key, rule]) =>
		Object.values(unrelated).some((actor) => mayFor(actor, rule, learnerId)) ? [key] : []
	);
	expect(open.filter((key) => !concernsNoLearner.has(key))).toEqual([]);
});

test.each(Object.entries(actors))('no sentence, no way in: %s', (_, actor) => {
	expect(mayFor(actor, [], learnerId)).toBe(false);
	expect(learnersFor(actor, [])).toEqual(new Set());
});
