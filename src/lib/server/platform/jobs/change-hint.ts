import { channel } from 'node:diagnostics_channel';

/**
 * Pages run in a bundle of their own beside the jobs, in one process: they share this channel and nothing else. A hint
 * that is lost, or one given in another process, costs a minute of waiting for the schedule.
 */
const changes = channel('locus.change');

/** Says that something was committed. */
export const hintOfChange = (): void => changes.publish(null);

/** Calls `react` once, `waitMs` after the first of several hints; returns how to stop listening. */
export function onChange(react: () => void, waitMs: number): () => void {
	let timer: NodeJS.Timeout | undefined;
	const hear = () => {
		timer ??= setTimeout(() => {
			timer = undefined;
			react();
		}, waitMs);
	};
	changes.subscribe(hear);
	return () => {
		changes.unsubscribe(hear);
		clearTimeout(timer);
	};
}
