import { encode } from 'uqr';

/** A QR code as one path on a grid of `size` by `size` squares, its quiet zone included. */
export interface QrView {
	readonly size: number;
	readonly path: string;
}

/** Draws a text as a QR code, readable with a smudge on it (level M). */
export function qrOf(text: string): QrView {
	const { data, size } = encode(text, { ecc: 'M', border: 2 });
	const squares = data.flatMap((row, y) =>
		row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : []))
	);
	return { size, path: squares.join('') };
}
