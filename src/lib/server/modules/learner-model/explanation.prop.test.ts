import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toProbability, logit } from '#engines/kernel/index.ts';
import { pointsOf, pushesOf } from './explanation.ts';

test('whole points always add up to the shown percentage, and keep their sign', () => {
	fc.assert(
		fc.property(
			fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { maxLength: 12 }),
			(values) => {
				const total = values.reduce((sum, value) => sum + value, 0);
				const percent = Math.round(toProbability(logit(total)) * 100);
				const points = pointsOf(
					values.map((value) => ({ value })),
					total,
					percent
				);
				if (values.length === 0) return;
				expect(points.reduce((sum, one) => sum + one, 50)).toBe(percent);
				points.forEach((one, i) => expect(Math.abs(one - (values[i] ?? 0) * 25)).toBeLessThan(80));
			}
		)
	);
});

test('reasons that say the same to a person are one push, the strongest first', () => {
	expect(
		pushesOf([
			{ id: 'recent', points: 4, evidence: 2 },
			{ id: 'start', points: -9, evidence: 0 },
			{ id: 'streak', points: 3, evidence: 2 },
			{ id: 'gap', points: 2, evidence: 1 },
			{ id: 'pause', points: -2, evidence: 1 }
		])
	).toEqual([
		{ kind: 'start', points: -9 },
		{ kind: 'lately', points: 7 }
	]);
});
