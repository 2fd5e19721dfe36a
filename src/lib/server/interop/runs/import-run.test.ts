import { expect, test } from 'vitest';
import { importMoves, isInterrupted, statesBefore } from './import-run.ts';

test('only a checked import is applied, and what has ended stays as it ended', () => {
	expect(statesBefore('applying')).toEqual(['ready']);
	expect(statesBefore('applied')).toEqual(['applying']);
	expect(statesBefore('cancelled')).toEqual(['checking', 'ready', 'applying']);
	for (const end of ['refused', 'applied', 'failed', 'cancelled'] as const)
		expect(importMoves[end]).toEqual([]);
});

test('a run under way that is silent for more than a minute was interrupted', () => {
	const at = (seconds: number) => new Date(seconds * 1000);
	expect(isInterrupted('applying', at(0), at(61))).toBe(true);
	expect(isInterrupted('applying', at(0), at(59))).toBe(false);
	expect(isInterrupted('ready', at(0), at(9999))).toBe(false);
});
