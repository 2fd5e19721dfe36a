/** Work that happens beside requests: on a schedule, and soon after something changed. */
export { prepareJobs, startJobs, type Job, type RunningJobs } from './job-runner.ts';
export { hintOfChange, onChange } from './change-hint.ts';
