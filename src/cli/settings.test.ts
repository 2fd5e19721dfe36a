import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageProblem } from './problem.ts';
import { readSecret, readSettings } from './settings.ts';

describe('readSettings', () => {
	it('needs no setting at all', () => {
		expect(readSettings({})).toEqual({
			dataFolder: resolve('.locus'),
			databaseUrl: undefined,
			databaseDirectUrl: undefined,
			databaseUser: undefined,
			port: 3000,
			host: undefined,
			origin: undefined
		});
	});

	it('takes an empty variable for one that is not set', () => {
		expect(readSettings({ PORT: '', LOCUS_HOST: '', DATABASE_URL: '' })).toEqual(readSettings({}));
	});

	it('keeps of an origin what a browser calls the origin', () => {
		expect(readSettings({ LOCUS_ORIGIN: 'https://locus.school.nz/' }).origin).toBe(
			'https://locus.school.nz'
		);
	});

	it.each([
		{ PORT: '80x' },
		{ PORT: '-1' },
		{ PORT: '65536' },
		{ PORT: '3000.5' },
		{ LOCUS_ORIGIN: 'school' },
		{ LOCUS_ORIGIN: 'file:///x' }
	])('refuses %j in a sentence', (env) => {
		expect(() => readSettings(env)).toThrow(UsageProblem);
	});
});

describe('readSecret', () => {
	it('makes a secret once, for its owner alone, and keeps it', () => {
		const folder = mkdtempSync(join(tmpdir(), 'locus-secret-'));
		const made = readSecret({}, folder);
		expect(made.length).toBeGreaterThanOrEqual(32);
		expect(readSecret({}, folder)).toBe(made);
		if (process.platform !== 'win32') {
			expect(statSync(join(folder, 'keys/secret')).mode & 0o077).toBe(0);
		}
		rmSync(folder, { recursive: true });
	});

	it('prefers the secret that is given', () => {
		expect(readSecret({ LOCUS_SECRET: 'given' }, '/nowhere')).toBe('given');
	});
});
