import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { findChromium } from './chromium.mjs';
import { findMismatch } from './dependencies.mjs';
import { broughtNode, isNewEnough, npmVersion, OLDEST_NODE } from './node.mjs';
import { inProject } from './project.mjs';

/**
 * What is there, or what is missing and how to mend it. `mend` absent means all is well;
 * `isOptional` means Locus runs without it.
 * @typedef {{ what: string, found: string, mend?: string, isOptional?: boolean }} Finding
 */

const GIBIBYTE = 1024 ** 3;
const LEAST_SPACE = 2 * GIBIBYTE;

/** Says what is missing and how to mend it; changes nothing. Exit code 1 when Locus cannot start. */
export async function runDoctor() {
	const findings = [
		nodeFinding(),
		npmFinding(),
		librariesFinding(),
		buildFinding(),
		diskFinding(),
		databaseFinding(),
		await portFinding(),
		chromiumFinding(),
		sharedDataFinding()
	];
	for (const finding of findings) print(finding);
	const missing = findings.filter(({ mend, isOptional }) => mend !== undefined && !isOptional);
	console.log(
		missing.length === 0
			? '\nNothing that Locus needs is missing.'
			: `\nMissing: ${missing.map(({ what }) => what).join(', ')}. How to mend it is said above.`
	);
	return missing.length === 0 ? 0 : 1;
}

function print({ what, found, mend, isOptional }) {
	const mark = mend === undefined ? 'ok     ' : isOptional ? 'note   ' : 'missing';
	console.log(`${mark} ${what}: ${found}`);
	if (mend !== undefined) console.log(`        ${mend}`);
}

function nodeFinding() {
	const brought = broughtNode();
	const own = `this machine has ${process.versions.node}`;
	if (isNewEnough(process.versions.node)) return { what: 'Node', found: process.versions.node };
	if (brought !== undefined && existsSync(brought)) {
		return { what: 'Node', found: `${own}; Locus uses the newer one in .node` };
	}
	return {
		what: 'Node',
		found: `${own}; Locus needs ${OLDEST_NODE} or newer`,
		mend: brought
			? 'npm start brings a newer one from npm into .node by itself.'
			: 'npm carries none for this platform: install it from your system or from nodejs.org.',
		isOptional: brought !== undefined
	};
}

function npmFinding() {
	const version = npmVersion();
	if (version === undefined) {
		return { what: 'npm', found: 'not found', mend: 'Install npm 10 or newer.' };
	}
	return { what: 'npm', found: version };
}

function librariesFinding() {
	const mismatch = findMismatch();
	if (mismatch === undefined) return { what: 'Libraries', found: 'as package-lock.json says' };
	return {
		what: 'Libraries',
		found: mismatch,
		mend: 'npm start installs them by itself.',
		isOptional: true
	};
}

function buildFinding() {
	if (existsSync(inProject('build/handler.js'))) return { what: 'Built pages', found: 'there' };
	return {
		what: 'Built pages',
		found: 'none yet',
		mend: 'npm start builds them by itself.',
		isOptional: true
	};
}

function diskFinding() {
	const { bavail, bsize } = statfsSync(inProject());
	const free = `${((bavail * bsize) / GIBIBYTE).toFixed(1)} GB free`;
	if (bavail * bsize >= LEAST_SPACE) return { what: 'Disk', found: free };
	return {
		what: 'Disk',
		found: free,
		mend: 'Free at least 2 GB, or set LOCUS_DATA to a folder on a larger disk.'
	};
}

function databaseFinding() {
	const what = 'Database';
	if (process.env.DATABASE_URL) return { what, found: 'the server of DATABASE_URL is used' };
	const folder = resolve(process.env.LOCUS_DATA ?? inProject('.locus'));
	if (!existsSync(folder))
		return { what, found: `none yet in ${folder}; the first start makes it` };
	try {
		return describeDatabase(what, folder);
	} catch {
		return {
			what,
			found: `${folder} cannot be read by this user`,
			mend: 'Run this as the user who starts Locus.'
		};
	}
}

function describeDatabase(what, folder) {
	const version = readOrNothing(join(folder, 'database/PG_VERSION'));
	if (version === undefined)
		return { what, found: `none yet in ${folder}; the first start makes it` };
	if (!existsSync(join(folder, 'keys/database.json'))) {
		return {
			what,
			found: `the passwords of the database (${join(folder, 'keys/database.json')}) are missing`,
			mend: 'Put that file back from a copy of the data folder, or restore a backup into an empty folder.'
		};
	}
	const pid = Number.parseInt(readOrNothing(join(folder, 'database/postmaster.pid')) ?? '', 10);
	const state = isRunning(pid) ? `running (process ${pid})` : 'not running';
	return { what, found: `${folder}, PostgreSQL ${version.trim()}, ${state}` };
}

function readOrNothing(file) {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	}
}

function isRunning(pid) {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return error.code === 'EPERM';
	}
}

async function portFinding() {
	const port = Number(process.env.PORT ?? 3000);
	const what = `Port ${port}`;
	if (await isFree(port)) return { what, found: 'free' };
	return {
		what,
		found: 'in use, perhaps by a Locus that runs already',
		mend: 'Stop that program, or choose another port: PORT=3001 npm start',
		isOptional: true
	};
}

function isFree(port) {
	return new Promise((settle) => {
		const server = createServer();
		server.once('error', () => settle(false));
		server.listen(port, '127.0.0.1', () => server.close(() => settle(true)));
	});
}

function chromiumFinding() {
	const found = findChromium();
	if (found !== undefined) return { what: 'Chromium (for tests)', found };
	return {
		what: 'Chromium (for tests)',
		found: 'not found',
		mend: 'npm test brings it by itself.',
		isOptional: true
	};
}

function sharedDataFinding() {
	const folder = resolve(process.env.LOCUS_SHARED_DATA ?? inProject('../shared/data'));
	const what = 'Shared data (for journeys on real input)';
	if (existsSync(folder)) return { what, found: folder };
	return {
		what,
		found: 'not found',
		mend: 'Only tests and journeys on real input use it, and skip without it. Set LOCUS_SHARED_DATA to its folder.',
		isOptional: true
	};
}
