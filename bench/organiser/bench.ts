// npm run bench:organiser: generated weeks, the engine beside simple methods, fairness, repair.
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
	fairnessOf,
	nextCredit,
	solve,
	type LinearSolver,
	type WeekPlan,
	type WeekProblem
} from '../../src/engines/organiser/index.ts';
import { firstComeFirstServed } from './baselines/sign-up.ts';
import { generateWeek } from './generate-week.ts';
import { createHighs } from './highs-port.ts';
import { measureRepairs, type Repairs, type Spread } from './measure-repair.ts';
import {
	firstWeek,
	gapOf,
	missing,
	ourWeek,
	plain,
	signUps,
	total,
	withHighs,
	type Measured
} from './measure-week.ts';
import { readPopularity, ZIPF_LIKE } from './popularity.ts';
import type { Tightness, WeekSettings } from './week-frame.ts';

const USAGE =
	'usage: bench:organiser -- [--sizes 30,150,600] [--tightness loose,medium,tight] [--moves N] [--seconds N] [--seed S] [--tries N] [--weeks N]';

function readArguments() {
	try {
		return parseArgs({
			options: {
				sizes: { type: 'string', default: '30,150,600' },
				tightness: { type: 'string', default: 'loose,medium,tight' },
				/** Moves of each search. */
				moves: { type: 'string', default: '262144' },
				/** Most seconds of each call of HiGHS; 0 leaves it out. */
				seconds: { type: 'string', default: '60' },
				seed: { type: 'string', default: '1' },
				/** Repairs of each kind. */
				tries: { type: 'string', default: '12' },
				/** Weeks of the rolling figures; 0 leaves them out. */
				weeks: { type: 'string', default: '4' }
			}
		}).values;
	} catch {
		process.stderr.write(`${USAGE}\n`);
		return process.exit(2);
	}
}

const options = readArguments();
const moves = Number(options.moves);
const seconds = Number(options.seconds);
const seed = Number(options.seed);
const tries = Number(options.tries);
const weeks = Number(options.weeks);
const sizes = options.sizes.split(',').map(Number);
const numbers = [moves, seconds, seed, tries, weeks, ...sizes];
const isTightness = (name: string): name is Tightness => /^(loose|medium|tight)$/.test(name);
const tightnesses = options.tightness.split(',').filter(isTightness);
if (!numbers.every((n) => n >= 0) || tightnesses.length === 0) {
	process.stderr.write(`${USAGE}\n`);
	process.exit(2);
}
const popularity =
	readPopularity(process.env['LOCUS_SHARED_DATA'] ?? '../shared/data')[0] ?? ZIPF_LIKE;

const percent = (share: number | undefined) =>
	share === undefined ? '-' : `${(100 * share).toFixed(2)}%`;

const COLUMNS = [
	'missing',
	'worst-off',
	'1st/2nd/3rd/later',
	'groups',
	'comfort',
	'seat cost',
	'CPU s',
	'first',
	'top 3',
	'rank',
	'min',
	'5th',
	'mean',
	'Gini',
	'envy'
];
const widths = [12, 11, 19, 8, 8, 12, 8, 8, 8, 6, 6, 6, 6, 6, 6];

const row = (name: string, cells: readonly string[]) =>
	console.log(`  ${name.padEnd(27)}${cells.map((c, i) => c.padStart(widths[i] ?? 9)).join('')}`);

function report(measured: Measured): void {
	const { levels, fairness } = measured;
	if (measured.violations > 0) throw new Error(`${measured.method}: the validator refuses it`);
	row(measured.method, [
		missing(measured),
		`${levels[3] ?? 0}`,
		levels.slice(4, 8).join('/'),
		`${levels[8] ?? 0}`,
		`${levels[9] ?? 0}`,
		measured.cost.toFixed(0),
		measured.seconds.toFixed(2),
		percent(fairness.firstChoice),
		percent(fairness.topThree),
		fairness.meanRank.toFixed(2),
		fairness.minimum.toFixed(2),
		fairness.fifth.toFixed(2),
		fairness.mean.toFixed(3),
		fairness.gini.toFixed(3),
		`${fairness.envyPairs}`
	]);
}

async function benchWeek(settings: WeekSettings): Promise<void> {
	const { problem } = generateWeek(settings);
	const count = (list: readonly unknown[] | undefined) => list?.length ?? 0;
	console.log(
		`${settings.learners} learners, ${settings.tightness}: ${count(problem.wishes)} wishes, ${count(problem.needs)} needs, ${count(problem.musts)} musts, ${count(problem.owed)} owed; ${count(problem.adults)} adults, ${count(problem.rooms)} rooms`
	);
	row('method', COLUMNS);
	const first = firstWeek(problem, settings.seed);
	report(first);
	const ours = ourWeek(problem, settings.seed, moves);
	report(ours);
	const peak = process.resourceUsage().maxRSS / 1024;
	for (const simple of signUps(problem, first.plan, settings.seed)) report(simple);
	report(plain(problem, first.plan, settings.seed, moves));
	await benchHighs(problem, first.plan, ours);
	console.log(`  most memory of the process up to our plan: ${peak.toFixed(0)} MB`);
	for (const repairs of measureRepairs(problem, ours.plan, settings.seed, tries))
		reportRepairs(repairs);
	if (weeks > 0) benchRolling(settings);
}

function reportRepairs(repairs: Repairs): void {
	const spread = ({ median, worst }: Spread, digits = 0) =>
		`${median.toFixed(digits)} (${worst.toFixed(digits)})`;
	console.log(
		`  repair, ${repairs.kind} (${repairs.tries} tries; median and worst): kept ${percent(repairs.kept)}, CPU s ${spread(repairs.seconds, 2)}, learners touched ${spread(repairs.touched)}, at least ${spread(repairs.least)}, in another offer ${spread(repairs.reseated)}, only another adult ${spread(repairs.ledByAnother)}, taken over ${percent(repairs.takenOver)}`
	);
}

async function benchHighs(problem: WeekProblem, first: WeekPlan, ours: Measured): Promise<void> {
	if (seconds === 0) return;
	const solver = await createHighs();
	if (problem.learners.length <= EXACT_UP_TO) benchExact(problem, first, ours, solver);
	const gap = gapOf(problem, ours.plan, solver, { seconds, exactUpTo: EXACT_UP_TO });
	const against = gap.exact ? 'the proven optimum' : 'the bound of the relaxed model';
	console.log(
		`  Locus above ${against} in its own sections: ${percent(gap.share)} (${gap.above?.toFixed(0) ?? '-'} of seat cost)`
	);
}

/** Above so many learners HiGHS gives a bound only: whole seats would not fit into its memory and time. */
const EXACT_UP_TO = 3_000;

function benchExact(problem: WeekProblem, first: WeekPlan, ours: Measured, solver: LinearSolver) {
	report(withHighs(problem, first, solver, seconds));
	report(withHighs(problem, ours.plan, solver, seconds, 'Locus, seats by HiGHS'));
	const most = total(problem, solver, { seed, moves, seconds });
	report(most);
	const [mine, greatest] = [ours.fairness.mean, most.fairness.mean];
	console.log(`  Locus below the greatest total: ${percent((greatest - mine) / greatest)}`);
}

/** Weeks that drift, one after the other, with the ledger of credits, beside sign-up lists. */
function benchRolling(settings: WeekSettings): void {
	const ours: ReadonlyMap<string, number>[] = [];
	const lists: ReadonlyMap<string, number>[] = [];
	const credits = new Map<string, number>();
	for (let week = 0; week < weeks; week++) {
		const { problem: drawn } = generateWeek({ ...settings, week });
		const learners = drawn.learners.map((l) => ({ ...l, credit: credits.get(l.id) ?? 0 }));
		const problem = { ...drawn, learners };
		const result = solve(problem, { seed: settings.seed + week, budget: { moves: moves } });
		if (!result.ok) throw new Error('refused');
		const fair = fairnessOf(problem, result.plan, ours);
		const listed = firstComeFirstServed(problem, firstWeek(problem, settings.seed).plan);
		const unfair = fairnessOf(problem, listed, lists);
		if (week === weeks - 1) reportRolling(fair, unfair);
		for (const [id, got] of fair.satisfaction)
			credits.set(id, nextCredit(credits.get(id) ?? 0, got, 1000 * fair.mean));
		ours.push(fair.satisfaction);
		lists.push(unfair.satisfaction);
	}
}

type Rolling = ReturnType<typeof fairnessOf>;

function reportRolling(ours: Rolling, lists: Rolling): void {
	const figures = ({ minimum, fifth, mean, gini }: Rolling) =>
		`minimum ${minimum.toFixed(2)}, 5th percentile ${fifth.toFixed(2)}, mean ${mean.toFixed(3)}, Gini ${gini.toFixed(3)}`;
	console.log(`  over ${weeks} weeks, Locus: ${figures(ours)}`);
	console.log(`  over ${weeks} weeks, first come first served: ${figures(lists)}`);
}

if (sizes.length > 1) {
	// A process for each size, so that memory is that size's own.
	const { sizes: _, ...rest } = options;
	const others = Object.entries(rest).flatMap(([name, value]) => [`--${name}`, value]);
	console.log(
		`${cpus()[0]?.model ?? 'unknown machine'}, Node ${process.versions.node}; popularity ${popularity.name}; seed ${options.seed}, ${options.moves} moves, HiGHS at most ${options.seconds} s a call`
	);
	for (const size of sizes) {
		const file = fileURLToPath(import.meta.url);
		const done = spawnSync(process.execPath, [file, '--sizes', `${size}`, ...others], {
			stdio: 'inherit'
		});
		if (done.status !== 0) process.exit(1);
	}
} else
	for (const tightness of tightnesses)
		await benchWeek({ learners: sizes[0] ?? 30, tightness, seed, popularity });
