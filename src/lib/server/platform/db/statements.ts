import { AsyncLocalStorage } from 'node:async_hooks';

/** Statements sent while one request was answered; the budgets of `experience.md` are gated on it. */
export interface StatementCount {
	count: number;
	readonly texts: string[];
}

const current = new AsyncLocalStorage<StatementCount>();

/** Runs `work` and lets every statement inside it be counted. */
export async function countingStatements<T>(
	work: (statements: StatementCount) => Promise<T>
): Promise<T> {
	const statements: StatementCount = { count: 0, texts: [] };
	return current.run(statements, () => work(statements));
}

/** Told of each statement by every connection. */
export function noteStatement(sql: string): void {
	const statements = current.getStore();
	if (!statements) return;
	statements.count += 1;
	statements.texts.push(sql);
}
