import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { liftWorst } from './lift-worst.ts';
import { loadPlan, toPlan } from './plan-state.ts';
import { createState } from './state.ts';
import { aLearner, anOffer, aProblem } from './testing.ts';
import { validate } from './validate.ts';

const ranked = (learner: string, offers: readonly string[]) =>
	offers.map((offer, at) => ({ learner, offer, rank: at + 1 }));

const problem = aProblem({
	learners: [aLearner('ana'), aLearner('ben')],
	offers: [
		...['one', 'two', 'three', 'clay'].map((id) => anOffer(id)),
		...['drums', 'chess', 'knots'].map((id) => anOffer(id, { maximum: 1 }))
	],
	wishes: [
		...ranked('ana', ['one', 'two', 'three', 'drums', 'chess', 'knots']),
		...ranked('ben', ['one', 'two', 'clay', 'drums', 'chess', 'knots'])
	]
});

const held = (offer: string, slot: string, learners: readonly string[]) => ({
	offer,
	section: 0,
	slot,
	room: 'hall',
	adult: 'hine',
	learners
});

/** Of 20 points each Ana has 6 and Ben 10. The smooth level is the same whoever has drums. */
const drumsFor = (learner: string) => ({
	sessions: [
		held('two', 'd0p0', ['ana', 'ben']),
		held('clay', 'd0p1', ['ben']),
		held('drums', 'd0p2', [learner]),
		held('chess', 'd1p0', ['ana'])
	]
});

function lifted(plan: ReturnType<typeof drumsFor>) {
	const state = createState(compile(problem));
	loadPlan(state, plan);
	const before = state.levels.slice();
	liftWorst(state);
	return { before, after: state.levels.slice(), plan: toPlan(state) };
}

test('where the smooth level does not care, the seat goes to whoever has least', () => {
	const { before, after, plan } = lifted(drumsFor('ben'));
	expect(after[3]).toBe(before[3]);
	expect(plan.sessions.find(({ offer }) => offer === 'drums')?.learners).toEqual(['ana']);
	expect(validate(problem, plan)).toEqual([]);
});

test('nobody is lifted at the price of who would then have as little', () => {
	const { before, after, plan } = lifted(drumsFor('ana'));
	expect([...after]).toEqual([...before]);
	expect(plan.sessions.find(({ offer }) => offer === 'drums')?.learners).toEqual(['ana']);
});
