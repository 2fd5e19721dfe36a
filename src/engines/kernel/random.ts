/** A seeded generator: the same seed gives the same stream on every machine. */
export interface Random {
	/** Uniform in [0, 1), 32 bits of resolution. */
	next(): number;
	/** Uniform integer in [0, bound); `bound` in 1 .. 2^31. */
	below(bound: number): number;
	/** The four 32-bit words of the state, to save and resume a stream. */
	state(): readonly [number, number, number, number];
}

/** SplitMix32, used only to spread a small seed over the generator's state (Steele, Lea, Flood 2014). */
function splitMix32(seed: number): () => number {
	let s = seed >>> 0;
	return () => {
		s = (s + 0x9e3779b9) >>> 0;
		let z = s;
		z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
		z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
		return (z ^ (z >>> 16)) >>> 0;
	};
}

const rotl = (x: number, k: number) => (x << k) | (x >>> (32 - k));

/** xoshiro128** (Blackman & Vigna 2021) seeded from one 32-bit number, or resumed from a saved state. */
export function createRandom(seed: number | readonly [number, number, number, number]): Random {
	let a: number, b: number, c: number, d: number;
	if (typeof seed === 'number') {
		const mix = splitMix32(seed);
		[a, b, c, d] = [mix(), mix(), mix(), mix()];
	} else [a, b, c, d] = seed;

	function word(): number {
		const result = Math.imul(rotl(Math.imul(b, 5), 7), 9) >>> 0;
		const t = b << 9;
		c ^= a;
		d ^= b;
		b ^= c;
		a ^= d;
		c ^= t;
		d = rotl(d, 11);
		return result;
	}
	return {
		next: () => word() / 4294967296,
		// Multiply-shift keeps the bias under 2^-21 for any bound used here, without a rejection loop.
		below: (bound) => Math.floor((word() / 4294967296) * bound),
		state: () => [a, b, c, d]
	};
}
