import { describe, expect, test } from 'vitest';
import { learnersFor, may, mayFor, namedLearners, self } from './platform/access/index.ts';
import {
	actors,
	atSchool,
	everyone,
	exportedByPolicies,
	isRule,
	learnerId,
	otherId,
	thirdId,
	unrelated,
	type Name
} from './policy-cast.testing.ts';

/*
 * Every rule of every module against every way to stand towards a learner (TS1). The table is written by hand: a change
 * of a rule changes a cell here, on purpose, before it is green.
 */

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
	'conversations/standInForLead': ['leader'],
	'conversations/takePart': [...around, 'contact only', 'mentors'],
	'conversations/talkAtHome': [...around, 'contact only'],
	'curriculum/bringCurriculum': office,
	'curriculum/markByHeart': [...teachers, 'leader', ...office],
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
	'people/administerClasses': ['administrator'],
	'people/reissueSignIn': ['teaches', 'administrator'],
	'people/runClasses': teachers,
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
	'portfolio/ownWork': ['self'],
	'school/changeSchool': office
};

/** What is open to somebody unrelated: it concerns no learner. */
const concernsNoLearner: ReadonlySet<string> = new Set([
	'curriculum/markByHeart',
	'curriculum/matchTopics',
	'people/runClasses',
	'organiser/organiseWeeks'
]);

const rules = new Map(
	(await exportedByPolicies()).flatMap(([key, value]) =>
		isRule(value) ? [[key, value] as const] : []
	)
);

test('the table has a line for every rule there is, and for no other', () => {
	expect(Object.keys(table).toSorted()).toEqual([...rules.keys()].toSorted());
});

describe.each([...rules])('%s', (key, rule) => {
	const allowed = table[key] ?? [];

	test.each(everyone)('%s', (name, actor) => {
		expect(mayFor(actor, rule, learnerId)).toBe(allowed.includes(name));
	});

	test.each(everyone)('the list filter agrees: %s', (name, actor) => {
		const learners = learnersFor(actor, rule);
		expect(learners === 'everyone' || learners.has(learnerId)).toBe(allowed.includes(name));
		expect(mayFor(actor, rule, otherId)).toBe(learners === 'everyone' || learners.has(otherId));
		// Whom nobody stands to is opened by what opens everyone alone.
		expect(mayFor(actor, rule, thirdId)).toBe(learners === 'everyone');
		expect(may(actor, rule)).toBe(learners === 'everyone');
		expect(namedLearners(actor, rule)).toEqual(learners === 'everyone' ? [] : [...learners]);
	});
});

test('without a relation or a role, nothing about a learner is open', () => {
	const open = [...rules].flatMap(([key, rule]) =>
		Object.values(unrelated).some((actor) => mayFor(actor, rule, learnerId)) ? [key] : []
	);
	expect(open.filter((key) => !concernsNoLearner.has(key))).toEqual([]);
});

test('self is who is a learner now, and nobody else', () => {
	for (const [, actor] of everyone) {
		const isLearner = actor === actors.self || actor === actors['another learner'];
		const own = actor.kind === 'person' && isLearner ? [actor.personId] : [];
		expect(learnersFor(actor, [self])).toEqual(new Set(own));
	}
});

test.each(everyone)('no sentence, no way in: %s', (_, actor) => {
	expect(mayFor(actor, [], learnerId)).toBe(false);
	expect(learnersFor(actor, [])).toEqual(new Set());
});
