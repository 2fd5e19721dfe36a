import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ladderRules, otherSide, rungs, type Side } from '../agency/index.ts';
import { goalStates, isInForce, type GoalFields } from './goal.ts';
import {
	agree,
	ask,
	counter,
	decline,
	propose,
	proposalKinds,
	reply,
	withdraw,
	type Negotiated,
	type Standing
} from './negotiation.ts';

const fields: GoalFields = {
	words: 'Run the shed',
	why: null,
	successCriteria: null,
	supports: null,
	outcomeIds: [],
	reviewOn: null
};
const side = fc.constantFrom<Side>('learner', 'adult');
const rung = fc.constantFrom(...rungs);
const changes = fc.oneof(
	fc.constant({}),
	fc.string({ minLength: 1 }).map((words) => ({ words: [fields.words, words] as const })),
	fc.string().map((why) => ({ why: [null, why] as const }))
);
const act = fc.oneof(
	fc.record({
		act: fc.constant('propose' as const),
		kind: fc.constantFrom(...proposalKinds),
		side,
		changes,
		behind: fc.nat(1)
	}),
	fc.record({ act: fc.constant('counter' as const), side, changes }),
	fc.record({ act: fc.constantFrom('agree', 'ask', 'reply', 'decline', 'withdraw'), side })
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function perform(standing: Standing, on: (typeof rungs)[number], what: Act): Negotiated {
	switch (what.act) {
		case 'propose': {
			const { kind, side: by, changes: with_, behind } = what;
			const baseVersion = standing.version - behind;
			return propose(standing, { kind, side: by, rung: on, baseVersion, changes: with_ });
		}
		case 'counter':
			return counter(standing, what.side, what.changes);
		default:
			return { agree, ask, reply, decline, withdraw }[what.act](standing, what.side);
	}
}

test('whatever both sides do in whatever order: nothing comes into force without the yes the rung asks for', () => {
	fc.assert(
		fc.property(rung, fc.array(act, { maxLength: 25 }), (on, acts) => {
			let standing: Standing = { state: 'drafted', version: 1, fields, open: null };
			for (const what of acts) {
				const before = standing;
				const result = perform(before, on, what);
				if (!result.ok) continue;
				const { standing: after, inForce } = result.value;
				expect(goalStates).toContain(after.state);
				expect(after.version - before.version).toBe(inForce ? 1 : 0);
				if (inForce) {
					expect(inForce.agreed).toEqual(expect.arrayContaining([...ladderRules[on].agreedBy]));
					expect(after.open).toBeNull();
				} else expect(after.fields).toEqual(before.fields);
				// What is in force stays so until something new is.
				if (isInForce(before.state) && !inForce) expect(isInForce(after.state)).toBe(true);
				standing = after;
			}
		}),
		{ numRuns: 3000 }
	);
});

test('nobody answers their own proposal, and only one waits at a time', () => {
	fc.assert(
		fc.property(side, fc.constantFrom(1 as const, 2 as const), (by, on) => {
			const start: Standing = { state: 'drafted', version: 1, fields, open: null };
			const proposal = { kind: 'new', side: by, rung: on, baseVersion: 1, changes: {} } as const;
			const put = propose(start, proposal);
			if (!put.ok) throw new Error('a new goal can be proposed');
			const { standing } = put.value;
			for (const move of [agree, ask, decline])
				expect(move(standing, by)).toMatchObject({ error: { code: 'plans.not-your-turn' } });
			const again = { ...proposal, side: otherSide[by] };
			expect(propose(standing, again)).toMatchObject({ error: { code: 'plans.proposal-waits' } });
			expect(agree(standing, otherSide[by]).ok).toBe(true);
		})
	);
});
