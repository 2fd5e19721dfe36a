import { expect, test } from 'vitest';
import { chunkFor, pageChunks, placeOf } from './page-chunks.ts';

test.each([
	['(learner)/map/outcome/[outcomeId]', 'map/outcome'],
	['(learner)/work', 'work'],
	['(family)/family/[learnerId]/plan', 'family/family'],
	['(family)/family/[learnerId]/week', 'week'],
	['(me)/me/history', 'history'],
	['(lead)/settings/people', 'staff'],
	['(public)/gallery/[section]', 'gallery']
])('%s stands at %s', (route, place) => {
	expect(placeOf(route)).toBe(place);
});

test.each([
	[['map/outcome', 'staff', 'gallery'], 'map/outcome'],
	[['map/outcome', 'map/strandId'], 'map'],
	[['work', 'work/artefactId'], 'work'],
	[['map', 'work'], 'frame'],
	[['today', 'gallery'], 'today'],
	[['me', 'gallery'], 'frame'],
	[['staff', 'gallery'], 'staff'],
	[['gallery'], 'gallery']
])('what %j share goes into %s', (places, chunk) => {
	expect(chunkFor(new Set(places))).toBe(chunk);
});

const [map, strand, work] = ['map', 'map/[strandId]', 'work'].map(
	(route) => `/src/routes/(learner)/${route}/+page.svelte`
);
const graph: Readonly<
	Record<string, { importers: readonly (string | undefined)[]; code?: string }>
> = {
	'/paraglide/messages/map_title.js': { importers: ['/paraglide/messages/_index.js'] },
	'/paraglide/messages.js': { importers: ['/title.svelte', '/list.svelte'] },
	'/ui/icons/set/rain-gauge.ts': { importers: ['/ui/icons/index.ts'] },
	'/ui/icons/index.ts': { importers: ['/title.svelte', '/list.svelte'] },
	'/title.svelte': { importers: [map, strand], code: 'h1(m.map_title())' },
	'/list.svelte': { importers: [work], code: "import { rainGauge, tick } from '../icons/index.ts'" }
};
const find = (id: string) => {
	const { importers = [], code = null } = graph[id] ?? {};
	return { code, importers: importers.filter((one) => one !== undefined) };
};

test.each([
	['/paraglide/messages/map_title.js', 'map'],
	['/ui/icons/set/rain-gauge.ts', 'work'],
	['/title.svelte', 'map'],
	['/made-by-the-builder', 'frame']
])('%s goes where it is used, though all come through one door', (id, chunk) => {
	expect(pageChunks()(id, find)).toBe(chunk);
});
