/**
 * The allow-table: which module of `src/lib/server/modules` may import which. Types included.
 * Everyone may import engines and platform. It is a privacy control too: insight cannot read conversations,
 * resourcing cannot read what the learner model believes.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const modulesMayImport = {
	school: [],
	people: ['school'],
	curriculum: ['school'],
	agency: ['school', 'people'],
	opportunities: ['school', 'people', 'curriculum'],
	evidence: ['school', 'people', 'curriculum', 'agency'],
	conversations: ['people', 'agency'],
	voice: ['school', 'people', 'curriculum'],
	'learner-model': ['people', 'curriculum', 'evidence', 'agency'],
	portfolio: ['people', 'curriculum', 'evidence', 'agency'],
	pathways: ['school', 'people', 'curriculum', 'opportunities', 'learner-model', 'agency'],
	plans: ['school', 'people', 'curriculum', 'opportunities', 'learner-model', 'pathways', 'agency'],
	organiser: [
		'school',
		'people',
		'curriculum',
		'opportunities',
		'learner-model',
		'pathways',
		'plans',
		'agency'
	],
	resourcing: ['school', 'people', 'opportunities', 'organiser'],
	insight: [
		'school',
		'people',
		'curriculum',
		'agency',
		'opportunities',
		'evidence',
		'voice',
		'learner-model',
		'portfolio',
		'pathways',
		'plans',
		'organiser',
		'resourcing'
	]
};

/** Which engine may import which; every engine may import itself. */
export const enginesMayImport = {
	kernel: [],
	statistics: ['kernel'],
	'learner-model': ['kernel', 'statistics'],
	pathways: ['kernel', 'statistics'],
	organiser: ['kernel', 'statistics'],
	costing: ['kernel', 'statistics']
};

/**
 * A path through the table that comes back to where it began, or null.
 * @param {Readonly<Record<string, readonly string[]>>} table
 * @returns {readonly string[] | null}
 */
export function findCycle(table) {
	const done = new Set();
	/** @param {string} name @param {readonly string[]} path @returns {readonly string[] | null} */
	const visit = (name, path) => {
		if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
		if (done.has(name)) return null;
		for (const next of table[name] ?? []) {
			const cycle = visit(next, [...path, name]);
			if (cycle !== null) return cycle;
		}
		done.add(name);
		return null;
	};
	for (const name of Object.keys(table)) {
		const cycle = visit(name, []);
		if (cycle !== null) return cycle;
	}
	return null;
}
