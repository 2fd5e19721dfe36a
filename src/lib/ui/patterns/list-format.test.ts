import { expect, test } from 'vitest';
import { listFormat } from './list-format.ts';

test('names stand in a row as each language says it, by one format for each', () => {
	expect(listFormat('en').format(['Mere', 'Rewi', 'Jess'])).toBe('Mere, Rewi, and Jess');
	expect(listFormat('en')).toBe(listFormat('en'));
	expect(listFormat('mi')).not.toBe(listFormat('en'));
});
