// How fast this machine is just now, by a piece of work that no change of ours makes shorter.
import ts from 'typescript';

/** Processor time of that piece on an unburdened machine of the kind that the figures in docs/reference/budgets.md are from, ms. */
const reference = 5.2;

/** A little of everything that pages do too: much code, many small objects, long texts. TypeScript is pinned. */
const text = Array.from(
	{ length: 6 },
	(_, n) => `
export interface Step${n}<T extends { id: string }> { readonly of: T; readonly words: string | null }
export class Plan${n}<T extends { id: string }> {
	#steps = new Map<string, Step${n}<T>>();
	constructor(private readonly steps: readonly Step${n}<T>[] = []) {
		for (const step of steps) this.#steps.set(step.of.id, { ...step, words: step.words ?? 'none ${n}' });
	}
	async *said(before: Date): AsyncGenerator<string> {
		for (const [id, { words }] of this.#steps) {
			if (words !== null && before.getTime() > ${n}) yield \`\${id}: \${words.replaceAll(/[a-z]+/g, (one) => one.toUpperCase())}\`;
		}
	}
}`
).join('\n');

const compilerOptions = { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext };

const processorTime = (): number => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000;
};

function piece(): number {
	const before = processorTime();
	ts.transpileModule(text, { compilerOptions });
	return processorTime() - before;
}

/** Until the piece is compiled as well as it gets. */
export function warmPace(): void {
	for (let count = 0; count < 60; count++) piece();
}

/** One look at the pace: 1 on the reference machine, 2 where the same work takes twice as long. */
export const lookAtPace = (): number => piece() / reference;
