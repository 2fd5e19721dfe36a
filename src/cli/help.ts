import type { Command } from './command.ts';

/** The one help: every command, every option, every setting. */
export function helpText(commands: Readonly<Record<string, Command>>): string {
	return ['Usage: locus <command> [options]', ...commandLines(commands), ...settingLines()].join(
		'\n'
	);
}

function commandLines(commands: Readonly<Record<string, Command>>): string[] {
	const lines = Object.values(commands).flatMap((command) => [
		entry(command.usage, command.summary),
		...Object.entries(command.optionHelp).map(([name, help]) => entry(`  --${name}`, help))
	]);
	return ['', 'Commands:', ...lines];
}

const SETTINGS: Readonly<Record<string, string>> = {
	LOCUS_DATA: 'The one folder that holds all data (default ./.locus)',
	PORT: 'The port of the pages (default 3000)',
	LOCUS_HOST: 'Where to listen (default this machine alone; 0.0.0.0 for all its addresses)',
	LOCUS_ORIGIN: 'The address people type, where a proxy stands before Locus',
	DATABASE_URL: 'A PostgreSQL server, 15 or newer, instead of the embedded one',
	LOCUS_DATABASE_DIRECT_URL: 'The same server past a pooler',
	LOCUS_DATABASE_USER: 'Started as root: the user the embedded PostgreSQL runs as'
};

function settingLines(): string[] {
	const lines = Object.entries(SETTINGS).map(([name, help]) => entry(name, help));
	return ['', 'Settings, given as environment variables:', ...lines];
}

function entry(name: string, help: string): string {
	return name.length > 26 ? `  ${name}\n${' '.repeat(30)}${help}` : `  ${name.padEnd(28)}${help}`;
}
