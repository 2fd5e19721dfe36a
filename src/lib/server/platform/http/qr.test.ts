import { expect, test } from 'vitest';
import { qrOf } from './qr.ts';

test('a code has its three corners inside a quiet zone', () => {
	const { size, path } = qrOf('https://locus.example/sign-in/class/ABC234');
	expect(path.startsWith('M2 2h1v1h-1z')).toBe(true);
	expect(path).toContain(`M${size - 3} 2h1v1h-1z`);
	expect(path).toContain(`M2 ${size - 3}h1v1h-1z`);
	expect(path).not.toMatch(/M[01] /);
});
