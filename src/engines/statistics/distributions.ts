/** Logarithm of the gamma function for x > 0 (Lanczos 1964, g = 7, nine terms); error under 1e-13. */
export function logGamma(x: number): number {
	if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
	const t = x - 1 + 7.5;
	const series = LANCZOS.reduce((sum, c, i) => sum + (i === 0 ? c : c / (x - 1 + i)), 0);
	return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

const LANCZOS = [
	0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
	-176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
	1.5056327351493116e-7
];

/** Regularised incomplete beta function I_x(a, b) by Lentz's continued fraction (DLMF 8.17.22). */
export function incompleteBeta(x: number, a: number, b: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	const front = Math.exp(
		logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)
	);
	// The fraction converges quickly only on this side; the other follows by symmetry.
	return x < (a + 1) / (a + b + 2)
		? (front * betaFraction(x, a, b)) / a
		: 1 - (front * betaFraction(1 - x, b, a)) / b;
}

const TINY = 1e-300;
const away = (value: number) => (Math.abs(value) < TINY ? TINY : value);

function betaFraction(x: number, a: number, b: number): number {
	let c = 1;
	let d = 1 / away(1 - ((a + b) * x) / (a + 1));
	let fraction = d;
	for (let m = 1; m < 300; m++) {
		for (const step of [evenStep(x, a, b, m), oddStep(x, a, b, m)]) {
			d = 1 / away(1 + step * d);
			c = away(1 + step / c);
			fraction *= c * d;
		}
		if (Math.abs(c * d - 1) < 1e-15) break;
	}
	return fraction;
}

const evenStep = (x: number, a: number, b: number, m: number) =>
	(m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
const oddStep = (x: number, a: number, b: number, m: number) =>
	(-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));

/** Distribution function of Student's t with `freedom` > 0 degrees of freedom. */
export function studentCumulative(t: number, freedom: number): number {
	const tail = incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
	return t > 0 ? 1 - tail : tail;
}

/** Quantile of Student's t, `share` in (0, 1), by bisection to 1e-12. */
export const studentQuantile = (share: number, freedom: number) =>
	bisect((t) => studentCumulative(t, freedom) - share, -1e6, 1e6);

/** Quantile of the beta distribution, `share` in [0, 1], by bisection. */
export const betaQuantile = (share: number, a: number, b: number) =>
	bisect((x) => incompleteBeta(x, a, b) - share, 0, 1);

/** Root of a rising function between two bounds. */
function bisect(rising: (x: number) => number, low: number, high: number): number {
	for (let step = 0; step < 200 && high - low > 1e-13 * Math.max(1, Math.abs(low)); step++) {
		const middle = (low + high) / 2;
		if (rising(middle) < 0) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
