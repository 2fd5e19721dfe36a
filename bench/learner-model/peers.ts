import type { TrainingLearner } from '../../src/engines/learner-model/index.ts';

/** A published model, trained in this process on the same learners as ours. */
export interface Peer {
	/** How often training went through every answer. */
	readonly passes: number;
	/** Chances of a right answer, each foreseen before the answer is learnt. */
	foresee(answers: TrainingLearner): readonly number[];
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

type Inputs = readonly (readonly [name: string, value: number])[];

/** What a logistic peer looks at before the n-th answer. */
type Describe = (answers: TrainingLearner, n: number, counts: Counts) => Inputs;

class Counts {
	readonly #bySkill = new Map<string, [wrong: number, right: number]>();
	readonly #all: [number, number] = [0, 0];
	of(skill: string): readonly [number, number] {
		return this.#bySkill.get(skill) ?? [0, 0];
	}
	get total(): readonly [number, number] {
		return this.#all;
	}
	add(skills: readonly string[], correct: boolean): void {
		const at = correct ? 1 : 0;
		this.#all[at] += 1;
		for (const skill of skills) {
			const seen = this.#bySkill.get(skill) ?? [0, 0];
			seen[at] += 1;
			this.#bySkill.set(skill, seen);
		}
	}
}

/** PFA (Pavlik, Cen, Koedinger 2009): easiness of the skill, successes and failures on it. */
const pfa: Describe = (answers, n, counts) =>
	(answers[n]?.skills ?? []).flatMap((skill): Inputs => {
		const [wrong, right] = counts.of(skill);
		return [
			[`k:${skill}`, 1],
			[`f:${skill}`, wrong / 10],
			[`s:${skill}`, right / 10]
		];
	});

/** Best-LR (Gervet et al. 2020): item and skill easiness, log counts by skill and over all. */
const bestLr: Describe = (answers, n, counts) => [
	['one', 1],
	[`i:${answers[n]?.item ?? ''}`, 1],
	['wrong', Math.log1p(counts.total[0])],
	['right', Math.log1p(counts.total[1])],
	...(answers[n]?.skills ?? []).flatMap((skill): Inputs => {
		const [wrong, right] = counts.of(skill);
		return [
			[`k:${skill}`, 1],
			[`f:${skill}`, Math.log1p(wrong)],
			[`s:${skill}`, Math.log1p(right)]
		];
	})
];

const PASSES = 10;
const RATE = 0.3;
const PULL = 0.005;

function logisticPeer(describe: Describe, learners: readonly TrainingLearner[]): Peer {
	const weights = new Map<string, [weight: number, squares: number]>();
	const walk = (answers: TrainingLearner, rate: number) => {
		const counts = new Counts();
		return answers.map(({ skills, correct }, n) => {
			const inputs = describe(answers, n, counts);
			const p = logistic(inputs.reduce((z, [name, x]) => z + (weights.get(name)?.[0] ?? 0) * x, 0));
			if (rate > 0) for (const [name, x] of inputs) learn(name, ((correct ? 1 : 0) - p) * x, rate);
			counts.add(skills, correct);
			return p;
		});
	};
	function learn(name: string, gradient: number, rate: number): void {
		const entry = weights.get(name) ?? [0, 1];
		weights.set(name, entry);
		const g = gradient - PULL * entry[0];
		entry[1] += g * g;
		entry[0] += (rate * g) / Math.sqrt(entry[1]);
	}
	for (let pass = 0; pass < PASSES; pass++)
		for (const answers of learners) walk(answers, RATE * (1 - pass / PASSES));
	return { passes: PASSES, foresee: (answers) => walk(answers, 0) };
}

export const trainPfa = (learners: readonly TrainingLearner[]) => logisticPeer(pfa, learners);
export const trainBestLr = (learners: readonly TrainingLearner[]) => logisticPeer(bestLr, learners);

interface Skill {
	known: number;
	learn: number;
	guess: number;
	slip: number;
}

/** Steps of expectation maximisation. */
const STEPS = 15;
const START: Skill = { known: 0.5, learn: 0.1, guess: 0.25, slip: 0.1 };

/** BKT (Corbett & Anderson 1995) on the first skill of each answer, fitted by expectation maximisation. */
export function trainBkt(learners: readonly TrainingLearner[]): Peer {
	const runs = new Map<string, boolean[][]>();
	for (const answers of learners)
		for (const [skill, run] of Map.groupBy(answers, ({ skills }) => skills[0] ?? ''))
			runs.set(skill, [...(runs.get(skill) ?? []), run.map(({ correct }) => correct)]);
	const skills = new Map([...runs].map(([skill, own]) => [skill, fitSkill(own)]));
	return { passes: STEPS, foresee: (answers) => foreseeBkt(skills, answers) };
}

function foreseeBkt(skills: ReadonlyMap<string, Skill>, answers: TrainingLearner): number[] {
	const known = new Map<string, number>();
	return answers.map(({ skills: [name = ''], correct }) => {
		const skill = skills.get(name) ?? START;
		const before = known.get(name) ?? skill.known;
		const p = before * (1 - skill.slip) + (1 - before) * skill.guess;
		const seen = correct
			? (before * (1 - skill.slip)) / p
			: (before * skill.slip) / Math.max(1e-9, 1 - p);
		// Rounding may put it a hair above 1, from where wrong answers drive it away.
		known.set(name, Math.min(1, seen + (1 - seen) * skill.learn));
		return p;
	});
}

function fitSkill(runs: readonly boolean[][]): Skill {
	let skill = START;
	for (let step = 0; step < STEPS; step++) skill = improve(skill, runs);
	return skill;
}

/** One step of Baum-Welch for the two-state chain without forgetting. */
function improve(skill: Skill, runs: readonly boolean[][]): Skill {
	const sums = { first: 0, learnt: 0, couldLearn: 0, guessed: 0, unknown: 0, slipped: 0, known: 0 };
	for (const run of runs) {
		const known = smooth(skill, run);
		sums.first += known[0] ?? 0;
		run.forEach((correct, n) => {
			const k = known[n] ?? 0;
			sums.known += k;
			sums.unknown += 1 - k;
			if (correct) sums.guessed += 1 - k;
			else sums.slipped += k;
			if (n + 1 < run.length) {
				sums.couldLearn += 1 - k;
				sums.learnt += Math.max(0, (known[n + 1] ?? k) - k);
			}
		});
	}
	const keep = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
	return {
		known: keep(sums.first / Math.max(1, runs.length), 0.01, 0.99),
		learn: keep(sums.learnt / Math.max(1e-9, sums.couldLearn), 0.001, 0.9),
		guess: keep(sums.guessed / Math.max(1e-9, sums.unknown), 0.01, 0.5),
		slip: keep(sums.slipped / Math.max(1e-9, sums.known), 0.01, 0.4)
	};
}

/** Chance of knowing at each answer given all of them (forward-backward). */
function smooth({ known, learn, guess, slip }: Skill, run: readonly boolean[]): number[] {
	const likelihood = (n: number) => (run[n] ? [guess, 1 - slip] : [1 - guess, slip]);
	const forward: [number, number][] = [];
	let [u, k] = [1 - known, known];
	run.forEach((_, n) => {
		const [lu = 1, lk = 1] = likelihood(n);
		const total = u * lu + k * lk;
		[u, k] = [(u * lu) / total, (k * lk) / total];
		forward.push([u, k]);
		[u, k] = [u * (1 - learn), k + u * learn];
	});
	let [bu, bk] = [1, 1];
	const result = run.map(() => 0);
	for (let n = run.length - 1; n >= 0; n--) {
		const [fu = 0, fk = 0] = forward[n] ?? [];
		result[n] = (fk * bk) / (fu * bu + fk * bk);
		const [lu = 1, lk = 1] = likelihood(n);
		const next: [number, number] = [(1 - learn) * lu * bu + learn * lk * bk, lk * bk];
		const scale = next[0] + next[1];
		[bu, bk] = [next[0] / scale, next[1] / scale];
	}
	return result;
}
