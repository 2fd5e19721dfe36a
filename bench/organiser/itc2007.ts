/**
 * npm run --silent organiser:itc2007 -- INSTANCE --seconds N --seed S --out FILE   (also --moves N)
 * Solves one instance of ITC-2007 track 2 on one thread; N are CPU-seconds of this process.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { scoreEnrolment } from '../../src/engines/organiser/post-enrolment/check.ts';
import { parseEnrolment } from '../../src/engines/organiser/post-enrolment/parse.ts';
import { solveEnrolment } from '../../src/engines/organiser/post-enrolment/solve.ts';

const USAGE =
	'usage: organiser:itc2007 -- INSTANCE(.tim or .tim.xz) (--seconds N | --moves N) [--seed S] [--out FILE]';

function stop(message: string): never {
	process.stderr.write(`${message}\n`);
	process.exit(2);
}

/** The text of an instance; `.xz` is unpacked by the system's `xz`. */
function readInstance(path: string): string {
	if (!path.endsWith('.xz')) return readFileSync(path, 'utf8');
	const unpacked = spawnSync('xz', ['-dc', path], { encoding: 'utf8', maxBuffer: 1 << 28 });
	if (unpacked.error !== undefined) stop('xz is needed to read .xz files: install xz-utils');
	if (unpacked.status !== 0) stop(`xz could not unpack the instance: ${unpacked.stderr.trim()}`);
	return unpacked.stdout;
}

const cpuSeconds = (): number => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
};

function spentOf(seconds: string | undefined, moves: string | undefined) {
	const [limit, count] = [Number(seconds), Number(moves)];
	if (moves !== undefined && count > 0) return (done: number) => done / count;
	if (!(limit > 0)) stop(USAGE);
	return () => cpuSeconds() / limit;
}

function readArguments() {
	try {
		return parseArgs({
			allowPositionals: true,
			options: {
				seconds: { type: 'string' },
				moves: { type: 'string' },
				seed: { type: 'string', default: '1' },
				out: { type: 'string' }
			}
		});
	} catch {
		return stop(USAGE);
	}
}

const { values, positionals } = readArguments();
const parsed = parseEnrolment(readInstance(positionals[0] ?? stop(USAGE)));
if (!parsed.ok) stop(parsed.code);
const spent = spentOf(values.seconds, values.moves);
const result = solveEnrolment(parsed.enrolment, { seed: Number(values.seed), spent });
const score = scoreEnrolment(parsed.enrolment, result);
const lines = Array.from(result.slots, (slot, e) => `${slot} ${result.rooms[e] ?? -1}`);
if (values.out !== undefined) writeFileSync(values.out, lines.join('\n') + '\n');
process.stdout.write(
	JSON.stringify({ ...score, moves: result.moves, cpuSeconds: Number(cpuSeconds().toFixed(1)) }) +
		'\n'
);
