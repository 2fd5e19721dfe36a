import type { Sample } from './diagnostic-sample.ts';

/** Success chance a child can bear. */
const BEARABLE = 0.65;
const CANDIDATES = 16;

/** The outcome whose answer is expected to tell most about all, leaning to bearable ones. */
export function chooseQuestion(
	sample: Sample,
	skip: ReadonlySet<number>,
	rates: { readonly slip: number; readonly guess: number }
): number | undefined {
	let best: number | undefined;
	let bestGain = 0;
	for (const node of candidates(sample, skip)) {
		const gain = expectedGain(sample, node, rates) * softness(sample.marginals[node] ?? 0);
		if (gain > bestGain) [best, bestGain] = [node, gain];
	}
	return best;
}

function candidates({ marginals, nodes }: Sample, skip: ReadonlySet<number>): number[] {
	return Array.from({ length: nodes }, (_, node) => node)
		.filter((node) => !skip.has(node))
		.toSorted((a, b) => distance(marginals[a]) - distance(marginals[b]))
		.slice(0, CANDIDATES);
}

const distance = (p = 0) => Math.abs(p - 0.55);
const softness = (p: number) => 1 - 0.5 * Math.abs(p - BEARABLE);

/** Expected fall of the summed variance of all outcomes: sum of cov(q, i)^2 / var(answer). */
function expectedGain(
	sample: Sample,
	node: number,
	{ slip, guess }: { readonly slip: number; readonly guess: number }
): number {
	const p = sample.marginals[node] ?? 0;
	const right = p * (1 - slip) + (1 - p) * guess;
	const sharpness = (1 - slip - guess) ** 2 / (right * (1 - right));
	if (!Number.isFinite(sharpness)) return 0;
	return sharpness * squaredCovariances(sample, node, p);
}

function squaredCovariances(sample: Sample, node: number, p: number): number {
	const joint = new Float64Array(sample.nodes);
	for (let state = 0; state < sample.states; state++) {
		const start = state * sample.nodes;
		if (sample.known[start + node] !== 1) continue;
		const weight = sample.weights[state] ?? 0;
		for (let other = 0; other < sample.nodes; other++)
			joint[other] = (joint[other] ?? 0) + weight * (sample.known[start + other] ?? 0);
	}
	let sum = 0;
	joint.forEach((both, other) => (sum += (both - p * (sample.marginals[other] ?? 0)) ** 2));
	return sum;
}
