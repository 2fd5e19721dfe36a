import { runDoctor } from '../../tools/setup/doctor.mjs';
import type { Command } from './command.ts';

/** `locus doctor`: the same as `npm run doctor`, which also works before anything is installed. */
export const doctor: Command = {
	summary: 'Say what is missing and how to mend it',
	usage: 'doctor',
	options: {},
	optionHelp: {},
	async run() {
		process.exitCode = await runDoctor();
	}
};
