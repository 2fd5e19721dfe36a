/** Names of all jobs: each is a queue that the owner prepares. */
export const jobNames = [
	'deliver-events',
	'draft-plans',
	'organiser-runs',
	'open-weeks',
	'refresh-snapshots',
	'train-models',
	'tidy'
] as const;
