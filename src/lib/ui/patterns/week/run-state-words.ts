import { m } from '#lib/paraglide/messages.js';

/** How far a run is, in a word or two. */
export const runStateWords = {
	waiting: m.staff_run_state_waiting,
	running: m.staff_run_state_running,
	done: m.staff_run_state_done,
	stopped: m.staff_run_state_stopped,
	failed: m.staff_run_state_failed
} as const;
