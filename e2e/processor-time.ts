// Processor time that requests take: of the server by its own account, of the database by Linux's.
import { readFileSync, readdirSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { lookAtPace } from './pace.ts';
import { origin } from './people.ts';
import type { ProcessorCost } from './processor-budget.ts';

/**
 * A school's server has run for days: its code is compiled as well as it gets, and PostgreSQL, which plans a statement
 * anew the first five times, keeps its plans. Fewer would measure the first minute after a start.
 */
const warming = 40;
const rounds = 3;
const each = 5;

const contentOf = (path: string): string => {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		// A process may end while it is looked at.
		return '';
	}
};

/** Processes of the installation's own PostgreSQL that serve the application; none where it has another, or off Linux. */
function databaseProcesses(): readonly string[] {
	const folder = join(process.env['LOCUS_E2E_DATA'] ?? '', 'database');
	const [parent] = contentOf(join(folder, 'postmaster.pid')).split('\n');
	if (process.platform !== 'linux' || !parent) return [];
	return readdirSync('/proc').filter((id) => {
		const state = /\) \S+ (\d+) /.exec(contentOf(`/proc/${id}/stat`));
		return state?.[1] === parent && contentOf(`/proc/${id}/cmdline`).includes('locus_app');
	});
}

/** So far, ms. The first number of `schedstat` is time on a processor in nanoseconds. */
const databaseTime = (): number =>
	databaseProcesses().reduce(
		(sum, id) => sum + Number(contentOf(`/proc/${id}/schedstat`).split(' ')[0] ?? 0) / 1e6,
		0
	);

/** One tick of the kernel's clock as `/proc/stat` counts, ms. */
const tick = 10;

/** What all programs have taken of all processors so far, the machine's owner and other guests too, ms; null off Linux. */
function everyonesTime(): number | null {
	const [, user, nice, system, , , irq, softirq, steal] = contentOf('/proc/stat').split(/\s+/, 9);
	const parts = [user, nice, system, irq, softirq, steal].map(Number);
	return parts.every(Number.isFinite) ? parts.reduce((sum, one) => sum + one, 0) * tick : null;
}

function ownTime(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Asks for a page and gives what processor time the server has taken so far, ms. */
function ask(address: string, cookie: string): Promise<number> {
	const headers = { cookie, accept: 'text/html', 'accept-encoding': 'gzip, deflate, br, zstd' };
	return new Promise((resolve, reject) => {
		get(new URL(address, origin), { agent, headers }, (answer) => {
			const { statusCode } = answer;
			answer.resume();
			answer.on('error', reject);
			answer.on('end', () => {
				if (statusCode === 200) resolve(Number(answer.headers['x-locus-cpu'] ?? Number.NaN));
				else reject(new Error(`${address} was answered ${statusCode}`));
			});
		}).on('error', reject);
	});
}

async function round(address: string, cookie: string): Promise<number> {
	const before = await ask(address, cookie);
	const databaseBefore = databaseTime();
	let now = before;
	for (let count = 0; count < each; count++) now = await ask(address, cookie);
	return (now - before + databaseTime() - databaseBefore) / each;
}

function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

interface Taken {
	readonly ours: number;
	readonly everyones: number | null;
	readonly at: number;
}

const taken = async (address: string, cookie: string): Promise<Taken> => ({
	ours: (await ask(address, cookie)) + databaseTime() + ownTime(),
	everyones: everyonesTime(),
	at: performance.now()
});

/** Which share of the processors programs took that are no part of this measurement. */
function shareOfOthers(before: Taken, after: Taken): number {
	if (before.everyones === null || after.everyones === null) return 0;
	const others = after.everyones - before.everyones - (after.ours - before.ours);
	return Math.max(0, others / ((after.at - before.at) * availableParallelism()));
}

/** What all pages share is compiled before the first is measured. */
export async function warmPage(address: string, cookie: string): Promise<void> {
	for (let count = 0; count < 3 * warming; count++) await ask(address, cookie);
}

/** What a page costs, one request after the other, how fast the machine was meanwhile, and who else used it. */
export async function processorCost(address: string, cookie: string): Promise<ProcessorCost> {
	for (let count = 0; count < warming; count++) await ask(address, cookie);
	const before = await taken(address, cookie);
	const found: number[] = [];
	const paces: number[] = [];
	for (let count = 0; count < rounds; count++) {
		found.push(await round(address, cookie));
		paces.push(lookAtPace());
	}
	const others = shareOfOthers(before, await taken(address, cookie));
	return { milliseconds: median(found), pace: median(paces), others };
}
