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
	process.once('uncaughtException', (error) => {
		console.error(error);
		process.exitCode = 70;
		controller.abort();
	});
	return controller.signal;
}
