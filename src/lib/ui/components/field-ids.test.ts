import { expect, test } from 'vitest';
import { describedBy, fieldId } from './field-ids.ts';

test('a field has the id that an error summary leads to', () => {
	expect(fieldId('steps.0.title')).toBe('f-steps-0-title');
});

test('hint and error describe a control, in the order they stand; nothing describes it otherwise', () => {
	expect(describedBy('f', 'a', 'b')).toBe('f-hint f-error');
	expect(describedBy('f', undefined, 'b')).toBe('f-error');
	expect(describedBy('f', undefined, undefined)).toBeUndefined();
});
