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

let recorder: ((sql: string) => void) | undefined;

/** Hears of every statement of this process from now on: for checking them against the rules of SQL. */
export function recordStatements(record: (sql: string) => void): void {
	recorder = record;
}

/** Told of each statement by every connection. */
export function noteStatement(sql: string): void {
	recorder?.(sql);
	const statements = current.getStore();
	if (!statements) return;
	statements.count += 1;
	statements.texts.push(sql);
}
