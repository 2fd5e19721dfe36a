import fc from 'fast-check';

/**
 * Property tests try new cases at every run of a developer and in `npm run test:full`; a run in CI tries the same
 * cases each time, so that a change is refused for what it did and not for what chance found. `LOCUS_TEST_SEED`
 * repeats a run; fast-check prints the seed of every failure.
 */
const given = process.env['LOCUS_TEST_SEED'] ?? (isRepeatable() ? '20261125' : undefined);
if (given !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(given) });

function isRepeatable(): boolean {
	return process.env['CI'] !== undefined && process.env['LOCUS_TEST_FULL'] === undefined;
}
