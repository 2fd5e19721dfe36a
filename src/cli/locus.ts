import { parseArgs } from 'node:util';
import { MigrationError } from '../lib/server/platform/db/migrate.ts';
import { DatabaseRefusal } from '../lib/server/platform/db/supervisor/index.ts';
import type { Command, CommandInput } from './command.ts';
import { backup } from './backup.ts';
import { dev } from './dev.ts';
import { doctor } from './doctor.ts';
import { helpText } from './help.ts';
import { importFiles } from './import.ts';
import { migrate } from './migrate.ts';
import { CommandProblem, UsageProblem } from './problem.ts';
import { restore } from './restore.ts';
import { seed } from './seed.ts';
import { readSettings } from './settings.ts';
import { start } from './start.ts';
import { stopSignal } from './stop-signal.ts';
import { train } from './train.ts';

const commands: Readonly<Record<string, Command>> = {
	start,
	dev,
	migrate,
	seed,
	import: importFiles,
	train,
	backup,
	restore,
	doctor
};

/** Runs one command line; returns the exit code. Every expected failure is one plain sentence. */
async function main([name, ...args]: readonly string[]): Promise<number> {
	if (name === undefined || ['help', '--help', '-h'].includes(name) || args.includes('--help')) {
		console.log(helpText(commands));
		return 0;
	}
	const stop = stopSignal();
	try {
		const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
		if (command === undefined)
			throw new UsageProblem(`There is no command ${name}. Try: locus help`);
		const context = { settings: readSettings(process.env), say: console.log, stop };
		await command.run(readInput(command, args), context);
		return Number(process.exitCode ?? 0);
	} catch (error) {
		if (stop.aborted && error === stop.reason) return 0;
		return exitCodeOf(error);
	}
}

function readInput({ options, usage }: Command, args: readonly string[]): CommandInput {
	try {
		const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
		return { values: { ...values }, positionals };
	} catch {
		throw new UsageProblem(`Usage: locus ${usage}`);
	}
}

function exitCodeOf(error: unknown): number {
	const isExpected = [CommandProblem, DatabaseRefusal, MigrationError].some(
		(kind) => error instanceof kind
	);
	if (isExpected && error instanceof Error) {
		console.error(error.message);
		return error instanceof CommandProblem ? error.exitCode : 1;
	}
	console.error('Locus ended because of a mistake in the program. What is saved is safe.');
	console.error(error);
	return 70;
}

process.exitCode = await main(process.argv.slice(2));
