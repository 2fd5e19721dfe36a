#!/usr/bin/env node
// The one entry of every npm script. Plain JavaScript without dependencies that runs on Node 20:
// it brings what is missing (see setup/), then goes on under the Node that Locus needs.
import { runTask } from './setup/tasks.mjs';
import { SetupProblem } from './setup/problem.mjs';

try {
	process.exitCode = await runTask(process.argv.slice(2));
} catch (error) {
	if (!(error instanceof SetupProblem)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
}
