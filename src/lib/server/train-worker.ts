import { workerData } from 'node:worker_threads';
import type pg from 'pg';
import { trainModels } from './app.ts';

// The thread of the job `train-models`. What came of it stands in the table of trained models.
// SAFETY: whoever starts this thread passes the connection of the application's role.
await trainModels(
	{ app: workerData as pg.ClientConfig },
	{ isForced: false, say: () => undefined, stop: new AbortController().signal }
);
