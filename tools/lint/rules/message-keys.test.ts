import { expect, it } from 'vitest';
import { messageFaults } from './message-keys.ts';

const file = (locale: string, name: string, messages: Record<string, unknown>) => ({
	locale,
	name,
	messages
});

it('is content with the same keys and parameters in both languages', () => {
	expect(
		messageFaults([
			file('en', 'a.json', { hello: 'Hello {name}', bye: 'Bye' }),
			file('mi', 'a.json', { hello: 'Tēnā koe {name}', bye: 'Haere rā' })
		])
	).toEqual([]);
});

it('names a key in two files, a key that one language lacks, and parameters that differ', () => {
	expect(
		messageFaults([
			file('en', 'a.json', { hello: 'Hello {name}', bye: 'Bye' }),
			file('en', 'b.json', { bye: 'Goodbye' }),
			file('mi', 'a.json', { hello: 'Tēnā koe {ingoa}' })
		])
	).toEqual([
		'en: bye stands in a.json and in b.json',
		'hello: en has {name}, mi has {ingoa}',
		'mi: bye of b.json is missing'
	]);
});
