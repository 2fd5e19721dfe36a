import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import config from '../../../.dependency-cruiser.mjs';
import { enginesMayImport, findCycle, modulesMayImport } from '../../../architecture.mjs';

const root = join(import.meta.dirname, '../../..');
const server = 'src/lib/server';
const modules = `${server}/modules`;
const engines = 'src/engines';

type Planted = readonly [rule: string, from: string, to: string];

/** Names of a table that a row leaves out. */
const others = (table: Readonly<Record<string, readonly string[]>>, name: string) =>
	Object.keys(table).filter((other) => other !== name && !table[name]?.includes(other));

const tablePlants = Object.keys(modulesMayImport).flatMap((name) =>
	others(modulesMayImport, name).map((other): Planted => {
		const from = `${modules}/${name}/uses-${other}.ts`;
		return [`allow-table-${name}`, from, `${modules}/${other}/index.ts`];
	})
);
const enginePlants = Object.keys(enginesMayImport).flatMap((name) =>
	others(enginesMayImport, name).map((other): Planted => {
		const from = `${engines}/${name}/uses-${other}.ts`;
		return [`engine-table-${name}`, from, `${engines}/${other}/index.ts`];
	})
);

/** One or more of each other kind; every rule of the configuration has to appear in these lists. */
const plants: readonly Planted[] = [
	...tablePlants,
	...enginePlants,
	['known-modules-only', `${modules}/gossip/index.ts`, `${server}/platform/ids.ts`],
	['module-by-its-door', `${modules}/plans/a.ts`, `${modules}/people/people.store.ts`],
	['module-by-its-door', `${modules}/plans/b.ts`, `${modules}/people/commands/index-card.ts`],
	['modules-by-their-doors', 'src/routes/a/+page.server.ts', `${modules}/people/people.store.ts`],
	['modules-by-their-doors', `${server}/interop/csv/a.ts`, `${modules}/people/people.store.ts`],
	['modules-by-their-doors', 'fixtures/demo/a.ts', `${modules}/people/people.store.ts`],
	['modules-by-their-doors', `${server}/app.ts`, `${modules}/people/people.store.ts`],
	[
		'migrations-build-on-platform-only',
		`${modules}/people/migrations/0001-a.ts`,
		`${modules}/people/index.ts`
	],
	['modules-know-no-edge', `${modules}/plans/c.ts`, 'src/routes/words.ts'],
	['modules-know-no-edge', `${modules}/plans/d.ts`, `${server}/interop/index.ts`],
	['modules-know-no-edge', `${modules}/plans/e.ts`, `${server}/app.ts`],
	['modules-know-no-edge', `${modules}/plans/f.ts`, 'src/lib/ui/icon.ts'],
	['platform-knows-no-module', `${server}/platform/a.ts`, `${modules}/people/index.ts`],
	['platform-knows-no-module', `${server}/platform/b.ts`, `${server}/app.ts`],
	['interop-knows-no-edge', `${server}/interop/b.ts`, `${server}/app.ts`],
	['interop-knows-no-edge', `${server}/interop/c.ts`, 'src/routes/words.ts'],
	['interop-by-its-doors', 'src/routes/b/+page.server.ts', `${server}/interop/csv/read.ts`],
	['engines-are-pure', `${engines}/kernel/a.ts`, 'node:fs'],
	['engines-are-pure', `${engines}/kernel/b.ts`, 'listed'],
	['engines-are-pure', `${engines}/kernel/c.ts`, `${server}/platform/ids.ts`],
	['engine-by-its-door', `${modules}/plans/g.ts`, `${engines}/kernel/inner.ts`],
	['ui-knows-no-server', 'src/lib/ui/a.svelte', `${server}/platform/ids.ts`],
	['ui-knows-no-server', 'src/lib/ui/b.ts', `${modules}/people/index.ts`],
	['pages-know-no-server', 'src/routes/c/+page.svelte', `${server}/platform/ids.ts`],
	['nobody-imports-pages', 'src/lib/ui/c.ts', 'src/routes/words.ts'],
	['application-for-the-edge-only', `${modules}/plans/h.ts`, `${server}/running-app.ts`],
	['tests-stay-out', `${modules}/plans/i.ts`, `${modules}/plans/testing.ts`],
	['tests-stay-out', 'fixtures/demo/b.ts', `${modules}/plans/plan.test.ts`],
	['src-stands-alone', `${modules}/plans/j.ts`, 'fixtures/demo/people.ts'],
	['no-cycles', `${modules}/plans/k.ts`, `${modules}/plans/back-to-k.ts`],
	['resolvable', 'src/routes/d/+page.server.ts', '#lib/server/nowhere.ts'],
	['listed-packages-only', `${modules}/plans/l.ts`, 'unlisted']
];

/** Type imports count: the table is a privacy control, and a type is a way to know of something. */
const importOf = (to: string) =>
	`import type { thing } from '${aliasOf(to)}';\nexport type A = thing;\n`;
const aliasOf = (to: string) =>
	to.replace(/^src\/lib\//, '#lib/').replace(/^src\/engines\//, '#engines/');

function contentOf(from: string, to: string): string {
	const target = /^(src\/(routes|cli)|fixtures)\//.test(to) ? relative(from, to) : to;
	if (!from.endsWith('.svelte')) return importOf(target);
	// The compiler has taken the types out of a component before its imports are read.
	return `<script>\n\timport { thing } from '${aliasOf(target)}';\n</script>\n{thing}\n`;
}
const relative = (from: string, to: string) => `${'../'.repeat(from.split('/').length - 1)}${to}`;

const thing = 'export const thing = 1;\nexport type thing = 1;\n';
const tree = mkdtempSync(join(tmpdir(), 'locus-architecture-'));

function put(file: string, content: string): void {
	mkdirSync(dirname(join(tree, file)), { recursive: true });
	writeFileSync(join(tree, file), content);
}

interface Violation {
	readonly rule: { readonly name: string };
	readonly from: string;
	readonly cycle?: readonly { readonly name: string }[];
}

function violations(): readonly string[] {
	const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
	const args = [program, '--config', '.dependency-cruiser.mjs', '-T', 'json', 'src', 'fixtures'];
	const options = { cwd: tree, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
	const found: { summary: { violations: readonly Violation[] } } = JSON.parse(
		execFileSync(process.execPath, args, options)
	);
	return found.summary.violations.flatMap(({ rule, from, cycle = [] }) =>
		[from, ...cycle.map(({ name }) => name)].map((file) => `${rule.name}: ${file}`)
	);
}

beforeAll(() => {
	for (const file of ['architecture.mjs', '.dependency-cruiser.mjs']) {
		copyFileSync(join(root, file), join(tree, file));
	}
	put('package.json', manifest);
	put('tsconfig.json', '{ "compilerOptions": { "module": "esnext", "target": "es2024" } }');
	put('node_modules/listed/index.js', thing);
	put('node_modules/unlisted/index.js', thing);
	for (const [, , to] of plants) {
		if (to.includes('/') && !to.startsWith('#')) put(to, thing);
	}
	for (const [, from, to] of plants) put(from, contentOf(from, to));
	const valueOf = (to: string) => `import { thing } from '${aliasOf(to)}';\nthing;\n${thing}`;
	put(`${modules}/plans/k.ts`, valueOf(`${modules}/plans/back-to-k.ts`));
	put(`${modules}/plans/back-to-k.ts`, valueOf(`${modules}/plans/k.ts`));
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

const manifest = JSON.stringify({
	type: 'module',
	imports: { '#lib/*': './src/lib/*', '#engines/*': './src/engines/*' },
	dependencies: { listed: '1.0.0' }
});

test('every planted violation is found, by the name of its rule', () => {
	const found = new Set(violations());
	const missed = plants.map(([rule, from]) => `${rule}: ${from}`).filter((one) => !found.has(one));
	expect(missed).toEqual([]);
});

test('every rule has a planted violation', () => {
	const planted = new Set(plants.map(([rule]) => rule));
	const rules = (config.forbidden ?? []).map(({ name }) => name ?? 'nameless');
	expect(rules.length).toBeGreaterThan(30);
	expect(rules.filter((name) => !planted.has(name))).toEqual([]);
});

test('the tables know only names they have, and lead in no circle', () => {
	for (const table of [modulesMayImport, enginesMayImport]) {
		const names = new Set(Object.keys(table));
		expect(
			Object.values(table)
				.flat()
				.filter((name) => !names.has(name))
		).toEqual([]);
		expect(findCycle(table)).toBeNull();
	}
	expect(findCycle({ a: ['b'], b: ['c'], c: ['b'] })).toEqual(['b', 'c', 'b']);
});
