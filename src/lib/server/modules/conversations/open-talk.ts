import { reportMessage } from './commands/report-message.ts';
import { sayInThread } from './commands/say-in-thread.ts';
import { getThread, listThreads } from './queries.ts';
import type { SubjectPorts } from './subject.ts';

/** Everything of this module that has to ask who may see a subject, tied to whoever knows. */
export const openTalk = (ports: SubjectPorts) => ({
	sayInThread: sayInThread(ports),
	getThread: getThread(ports),
	listThreads: listThreads(ports),
	reportMessage: reportMessage(ports)
});
export type Talk = ReturnType<typeof openTalk>;
