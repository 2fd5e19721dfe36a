import { describe, expect, test } from 'vitest';
import { deviceVoice, wordLength } from './listen.ts';

const voice = (lang: string, localService = true): SpeechSynthesisVoice => ({
	lang,
	localService,
	name: lang,
	voiceURI: lang,
	default: false
});

describe('the voice of a device', () => {
	test('the language with its region comes first, then the language alone', () => {
		const voices = [voice('en-US'), voice('en-NZ')];
		expect(deviceVoice(voices, 'en-NZ')?.lang).toBe('en-NZ');
		expect(deviceVoice(voices, 'en-AU')?.lang).toBe('en-US');
		expect(deviceVoice(voices, 'en')?.lang).toBe('en-US');
	});

	test('no voice for a language is no voice, not another language', () => {
		expect(deviceVoice([voice('en-NZ')], 'mi')).toBeUndefined();
	});

	test('a voice that lives elsewhere is never used: it would send the words away', () => {
		expect(deviceVoice([voice('en-NZ', false)], 'en-NZ')).toBeUndefined();
	});

	test('some devices write the region with an underscore', () => {
		expect(deviceVoice([voice('en_NZ')], 'en-NZ')?.lang).toBe('en_NZ');
	});
});

test('the length of a word, to its space', () => {
	expect(wordLength('Te reo kōrero', 7)).toBe(6);
	expect(wordLength('Te reo', 2)).toBe(0);
});
