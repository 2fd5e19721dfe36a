import { expect, test } from 'vitest';
import { lengthWords } from './next-view.ts';

test.each([
	[8, '8 minutes'],
	[60, '60 minutes'],
	[120, '2 hours'],
	[250, '4 hours'],
	[270, '4½ hours'],
	[720, '12 hours']
])('%i minutes are told as %s', (minutes, words) => {
	expect(lengthWords(minutes)).toBe(words);
});
