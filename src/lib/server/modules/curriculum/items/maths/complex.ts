/** A complex number; NaN in either part means "no value". */
export interface Complex {
	readonly re: number;
	readonly im: number;
}

export const complex = (re: number, im = 0): Complex => ({ re, im });
export const none: Complex = complex(NaN, NaN);

export const isReal = (z: Complex) => Math.abs(z.im) <= 1e-12 * Math.max(1, Math.abs(z.re));
export const size = (z: Complex) => Math.hypot(z.re, z.im);

export const add = (a: Complex, b: Complex) => complex(a.re + b.re, a.im + b.im);
export const negate = (a: Complex) => complex(-a.re, a.im === 0 ? 0 : -a.im);

export function multiply(a: Complex, b: Complex): Complex {
	// The short way keeps infinity times a real number from becoming NaN.
	if (a.im === 0 && b.im === 0) return complex(a.re * b.re);
	return complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
}

export function divide(a: Complex, b: Complex): Complex {
	if (b.im === 0) return b.re === 0 ? none : complex(a.re / b.re, a.im / b.re);
	const norm = b.re * b.re + b.im * b.im;
	return complex((a.re * b.re + a.im * b.im) / norm, (a.im * b.re - a.re * b.im) / norm);
}

export function exp(z: Complex): Complex {
	const r = Math.exp(z.re);
	return z.im === 0 ? complex(r) : complex(r * Math.cos(z.im), r * Math.sin(z.im));
}

/** Principal logarithm; none at 0. */
export function ln(z: Complex): Complex {
	const r = size(z);
	return r === 0 ? none : complex(Math.log(r), z.im === 0 && z.re > 0 ? 0 : Math.atan2(z.im, z.re));
}

/** Principal power; `0^b` is 0 for positive real b, and whole real powers are exact in sign. */
export function power(a: Complex, b: Complex): Complex {
	if (a.im === 0 && b.im === 0) {
		const real = Math.pow(a.re, b.re);
		if (!Number.isNaN(real)) return complex(real);
	}
	if (size(a) === 0) return none;
	return exp(multiply(b, ln(a)));
}

const half = complex(0.5);
export const sqrt = (z: Complex): Complex =>
	z.im === 0
		? z.re >= 0
			? complex(Math.sqrt(z.re))
			: complex(0, Math.sqrt(-z.re))
		: power(z, half);
