const PARENT_CHECK_MS = 500;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A signal that is aborted when this process should end in order: Ctrl-C, a service manager, a
 * closed terminal, the death of the launcher, or a defect that nothing caught. Further Ctrl-Cs
 * change nothing: what is running down is already on its way.
 */
export function stopSignal(): AbortSignal {
	const controller = new AbortController();
	for (const name of SIGNALS) process.on(name, () => controller.abort());
	if (process.channel) {
		process.channel.unref();
		process.once('disconnect', () => controller.abort());
	}
	watchParent(() => controller.abort());
	process.once('uncaughtException', (error) => {
		console.error(error);
		process.exitCode = 70;
		controller.abort();
	});
	return controller.signal;
}

/**
 * npm passes SIGTERM to its shell alone, which dies without passing it on: then this process has a
 * new parent. Started by anything else, it may well outlive its parent.
 */
function watchParent(abort: () => void): void {
	if (process.env['npm_lifecycle_event'] === undefined) return;
	const parent = process.ppid;
	const check = () => {
		if (process.ppid !== parent) abort();
	};
	setInterval(check, PARENT_CHECK_MS).unref();
}
