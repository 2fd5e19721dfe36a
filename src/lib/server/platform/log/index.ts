/** What a log line may carry: ids, counts, durations, codes; never anything a person typed. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
	info(event: string, fields?: LogFields): void;
	warn(event: string, fields?: LogFields): void;
	/** Only for defects: somebody has to mend something. */
	error(event: string, error: unknown, fields?: LogFields): void;
	with(fields: LogFields): Log;
}

/** Where an error happened without what it said: messages may quote personal text. */
function describe(error: unknown): LogFields {
	if (!(error instanceof Error)) return { error: typeof error };
	const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
	const frames = (error.stack ?? '')
		.split('\n')
		.filter((line) => line.trimStart().startsWith('at '));
	const said = error.name === 'InvariantError' || error.name === 'TypeError' ? error.message : null;
	return { error: error.name, code, said, at: frames.slice(0, 6).join(' | ') };
}

/** JSON lines to `write` (standard error by default). */
export function createLog(
	write: (line: string) => void = (line) => void process.stderr.write(line),
	base: LogFields = {},
	now: () => Date = () => new Date()
): Log {
	const line = (level: string, event: string, fields: LogFields) =>
		write(`${JSON.stringify({ at: now().toISOString(), level, event, ...base, ...fields })}\n`);
	return {
		info: (event, fields = {}) => line('info', event, fields),
		warn: (event, fields = {}) => line('warn', event, fields),
		error: (event, error, fields = {}) => line('error', event, { ...describe(error), ...fields }),
		with: (fields) => createLog(write, { ...base, ...fields }, now)
	};
}
