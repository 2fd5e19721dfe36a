/** What the bundler knows of a module, as far as the grouping asks. */
interface Part {
	readonly code: string | null;
	readonly importers: readonly string[];
}
export type FindPart = (id: string) => Part | null;

const pageFile = /\/src\/routes\/(.+)\/\+page\.svelte$/;
const frameFile = /\/src\/routes\/.*\+(?:layout|error)\.svelte$/;
const isDoor = /\/(?:paraglide\/messages\/_index\.js|(?:icons|drawings)\/index\.ts)$/;

/** Pages that count to another place than their address says. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
	[/^\(public\)\/gallery/, 'gallery'],
	[/^\((?:staff|lead)\)/, 'staff'],
	[/^\(family\)\/family\/\[learnerId\]\/week$/, 'week'],
	[/\/history$/, 'history']
];

/** Where a page is, at most two steps deep: `map/outcome`. Learners' pages stand at the root. */
export function placeOf(route: string): string {
	const found = elsewhere.find(([shape]) => shape.test(route));
	if (found) return found[1];
	const [audience = '', ...steps] = route.replaceAll(/[()[\]]/g, '').split('/');
	return (audience === 'learner' ? steps : [audience, ...steps]).slice(0, 2).join('/');
}

type FindUsers = (id: string) => readonly string[];

/** Code that names something of a door: `m.key` of the messages, or an import by name. */
const named = /\b(?:m|messages)\.(\w+)|import\s*\{([^}]*)\}/g;

/**
 * Who takes what through a door that opens to many small modules: the bundler only knows that everybody opens it, and
 * would have every message and every icon on every page.
 */
function takersAt(door: string, find: FindPart): ReadonlyMap<string, readonly string[]> {
	const takers = new Map<string, string[]>();
	for (const id of find(door)?.importers ?? []) {
		const taken = [...(find(id)?.code?.matchAll(named) ?? [])].flatMap(([, key, names]) =>
			key === undefined ? (names?.match(/\w+/g) ?? []) : [key]
		);
		for (const name of new Set(taken)) takers.set(name, [...(takers.get(name) ?? []), id]);
	}
	return takers;
}

/** The door a module stands behind, and its name there. */
function behindDoor(id: string): readonly [door: string, name: string] | null {
	const message = /^(.*\/paraglide\/messages)\/(\w+)\.js$/.exec(id);
	if (message) return [`${message[1]}.js`, message[2] ?? ''];
	const drawn = /^(.*\/(?:icons|drawings))\/set\/([\w-]+)\.ts$/.exec(id);
	if (!drawn) return null;
	const name = drawn[2]?.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
	return [`${drawn[1]}/index.ts`, name ?? ''];
}

/** Who needs a module directly. */
function usersIn(find: FindPart): FindUsers {
	const doors = new Map<string, ReadonlyMap<string, readonly string[]>>();
	return (id) => {
		const behind = behindDoor(id);
		const [door, name] = behind ?? ['', ''];
		const direct = find(id)?.importers.filter((importer) => !isDoor.test(importer)) ?? [];
		if (behind === null) return direct;
		const takers = doors.get(door) ?? takersAt(door, find);
		doors.set(door, takers);
		return [...direct, ...(takers.get(name) ?? [])];
	};
}

/** The places whose pages need a module; `frame` among them where every page of an audience does. */
function placesOf(id: string, usersOf: FindUsers): ReadonlySet<string> {
	const places = new Set<string>();
	const seen = new Set([id]);
	for (const at of seen) {
		const route = pageFile.exec(at)?.[1];
		if (route !== undefined) places.add(placeOf(route));
		else if (frameFile.test(at)) places.add('frame');
		else for (const user of usersOf(at)) seen.add(user);
	}
	return places;
}

/**
 * The places whose pages share so much that a file of its own pays for the request. A learner's page takes the files of its
 * place and of the place above, and no more.
 */
const worthAFile = new Set([
	'today',
	'map',
	'map/outcome',
	'map/strandId',
	'work',
	'plan',
	'week',
	'family',
	'history',
	'public'
]);
const isWorthAFile = (place: string) => worthAFile.has(place);

/** How far two places have their way in common. */
function commonPlace(one: string, other: string): string {
	const others = other.split('/');
	const steps = one.split('/');
	const until = steps.findIndex((step, at) => step !== others[at]);
	return (until === -1 ? steps : steps.slice(0, until)).join('/');
}

/**
 * The chunk that a shared module goes into: that of the nearest place above all pages that need it, or the frame, which
 * every page has. Staff pages may be heavier: a part they share with one place of learners stays with the learners.
 */
export function chunkFor(places: ReadonlySet<string>): string {
	const [first, ...others] = [...places].filter(
		(place) => place !== 'staff' && place !== 'gallery'
	);
	if (first === undefined) return places.has('staff') ? 'staff' : 'gallery';
	const nearest = others.reduce(commonPlace, first);
	return [nearest, commonPlace(nearest, nearest.split('/')[0] ?? '')].find(isWorthAFile) ?? 'frame';
}

/** Names the chunk of each module, for the bundler. */
export function pageChunks(): (id: string, find: FindPart) => string {
	let usersOf: FindUsers | undefined;
	return (id, find) => {
		const places = placesOf(id, (usersOf ??= usersIn(find)));
		// Nobody asks for what the builder adds by itself, such as the loader of chunks.
		return places.size === 0 ? 'frame' : chunkFor(places);
	};
}
