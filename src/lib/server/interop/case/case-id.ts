import type { CaseId } from './framework-plan.ts';

const MAX_ID = 255;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

export const isUuid = (text: string): boolean => UUID.test(text);

/** Any text of up to 255 characters without spaces, or a number; UUIDs in small letters. */
export function caseId(value: unknown): CaseId | null {
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text !== 'string' || text.length > MAX_ID || !/^[^\s\p{Cc}]+$/u.test(text)) {
		return null;
	}
	// SAFETY: an id is any text of this form.
	return (isUuid(text) ? text.toLowerCase() : text) as CaseId;
}
