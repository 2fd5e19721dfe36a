import type { ParseArgsOptionsConfig } from 'node:util';
import type { Settings } from './settings.ts';

/** What was typed after the name of a command. */
export type CommandInput = {
	/** Options by name, as `parseArgs` read them. */
	readonly values: Readonly<Record<string, unknown>>;
	readonly positionals: readonly string[];
};

/** What every command works with. */
export type CommandContext = {
	readonly settings: Settings;
	/** Tells the person one thing, on one line. */
	readonly say: (sentence: string) => void;
	/** Aborted by Ctrl-C, SIGTERM, a closed terminal or the end of the launcher. */
	readonly stop: AbortSignal;
};

/** One command of `locus`. */
export type Command = {
	/** One line for the list of commands. */
	readonly summary: string;
	/** How it is called, after `locus`. */
	readonly usage: string;
	readonly options: ParseArgsOptionsConfig;
	/** A line per option, in words. */
	readonly optionHelp: Readonly<Record<string, string>>;
	/** Throws `CommandProblem` or `DatabaseRefusal` with a sentence when it cannot be done. */
	run(input: CommandInput, context: CommandContext): Promise<void>;
};
