/** A failure the command line expected, told in a plain sentence. Exit code 1. */
export class CommandProblem extends Error {
	override readonly name: string = 'CommandProblem';
	readonly exitCode: number = 1;
}

/** The command was called wrongly: the sentence says how to call it. Exit code 2. */
export class UsageProblem extends CommandProblem {
	override readonly name = 'UsageProblem';
	override readonly exitCode = 2;
}
