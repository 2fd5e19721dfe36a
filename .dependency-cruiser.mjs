// Rules made from the allow-table of `architecture.mjs`. `tools/lint/rules/architecture.test.ts` plants each kind of
// violation and expects its rule by name.
import { enginesMayImport, modulesMayImport } from './architecture.mjs';

const modules = '^src/lib/server/modules/';
const server = '^src/lib/server/';

/** Tests and what they build on; they may reach behind a door, nothing may reach them. */
const testing = String.raw`\.test\.ts$|(^|[/.-])testing\.ts$|^src/lib/server/interop/testing/`;
/** A door, also the inner one of a part that is large and loaded on its own (`curriculum/items`). */
const doors = `${modules}[^/]+/index\\.ts$|${modules}[^/]+/[^/]+/index\\.ts$`;
/** Made by SvelteKit while it builds: nothing on the disk to resolve. */
const virtual = String.raw`^\$(app|env)/|^\./\$types$`;

const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const oneOf = (names) => (names.length === 0 ? '(?!)' : `(${names.join('|')})`);

const tableRules = Object.entries(modulesMayImport).map(([name, allowed]) =>
	error(
		`allow-table-${name}`,
		`${name} may import ${allowed.join(', ') || 'no other module'} (architecture.mjs).`,
		{ path: `${modules}${name}/`, pathNot: testing },
		{ path: modules, pathNot: `${modules}${oneOf([name, ...allowed])}/` }
	)
);

const engineRules = Object.entries(enginesMayImport).map(([name, allowed]) =>
	error(
		`engine-table-${name}`,
		`The engine ${name} may import ${allowed.join(', ') || 'no other engine'}.`,
		{ path: `^src/engines/${name}/`, pathNot: testing },
		{ path: '^src/engines/', pathNot: `^src/engines/${oneOf([name, ...allowed])}/` }
	)
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		...tableRules,
		...engineRules,
		error(
			'known-modules-only',
			'A module stands in the allow-table before anything is in it.',
			{ path: `${modules}(?!${oneOf(Object.keys(modulesMayImport))}/)` },
			{}
		),
		error(
			'module-by-its-door',
			'Another module is reached through its index.ts.',
			{ path: `${modules}([^/]+)/`, pathNot: testing },
			{ path: modules, pathNot: `${modules}$1/|${doors}` }
		),
		error(
			'modules-by-their-doors',
			'Whoever is no module reaches modules through their index.ts.',
			{
				path: '^(src|fixtures|bench|e2e|tools)/',
				pathNot: `${modules}|${server}(migrations\\.ts$|platform/db/testing\\.ts$)|${testing}`
			},
			{ path: modules, pathNot: doors }
		),
		error(
			'migrations-build-on-platform-only',
			'A step of the schema stays as it was released, whatever a module becomes.',
			{ path: `${server}.*/migrations/` },
			{ path: '^src/', pathNot: `${server}platform/|/migrations/` }
		),
		error(
			'modules-know-no-edge',
			'A module knows neither pages nor importers nor the assembled application.',
			{ path: modules, pathNot: testing },
			{ path: `^src/(routes|cli|hooks|lib/ui)|${server}(interop/|[^/]+\\.ts$)` }
		),
		error(
			'platform-knows-no-module',
			'The platform serves every module and knows none.',
			{ path: `${server}platform/`, pathNot: testing },
			{ path: `^src/(routes|cli|hooks|lib/ui)|${server}(modules/|interop/|[^/]+\\.ts$)` }
		),
		error(
			'interop-knows-no-edge',
			'Importers know doors and platform; pages and the application know importers.',
			{ path: `${server}interop/`, pathNot: testing },
			{ path: `^src/(routes|cli|hooks|lib/ui)|${server}[^/]+\\.ts$` }
		),
		error(
			'interop-by-its-doors',
			'Importers are reached through index.ts.',
			{
				path: '^src/',
				pathNot: `${server}(interop/|migrations\\.ts$|app\\.ts$|privacy-registry\\.ts$)|${testing}`
			},
			{
				path: `${server}interop/`,
				pathNot: `${server}interop/index\\.ts$|${server}interop/[^/]+/index\\.ts$`
			}
		),
		error(
			'engines-are-pure',
			'An engine is arithmetic: nothing of Node, no package, nothing of ours but engines.',
			{ path: '^src/engines/', pathNot: testing },
			{ pathNot: '^src/engines/' }
		),
		error(
			'engine-by-its-door',
			'An engine is reached through its index.ts.',
			{ path: '^src/(?!engines/)', pathNot: testing },
			{ path: '^src/engines/', pathNot: '^src/engines/[^/]+/index\\.ts$' }
		),
		error(
			'ui-knows-no-server',
			'Components draw what they are given: words and other components are all they import of ours.',
			{ path: '^src/lib/ui/' },
			{ path: '^src/', pathNot: '^src/lib/(ui|paraglide)/' }
		),
		error(
			'pages-know-no-server',
			'What a browser runs imports nothing of the server; the data of a page brings its types.',
			{ path: String.raw`^src/routes/.*\.svelte$` },
			{ path: `${server}|^src/(cli|hooks)` }
		),
		error(
			'nobody-imports-pages',
			'Pages are ends, shared words and shapes live in lib.',
			{ path: '^src/(?!routes/)' },
			{ path: '^src/routes/' }
		),
		error(
			'application-for-the-edge-only',
			'The assembled application is for hooks, pages, the command line and tests.',
			{
				path: '^src/(?!routes/|cli/|hooks|app\\.d\\.ts$|lib/server/[^/]+\\.ts$)',
				pathNot: testing
			},
			{ path: `${server}(app|running-app)\\.ts$` }
		),
		error(
			'tests-stay-out',
			'Nothing that runs in a school imports a test or what tests build on.',
			{ path: '^(src|fixtures)/', pathNot: testing },
			{ path: testing }
		),
		error(
			'src-stands-alone',
			'Source imports no fixture, tool, benchmark or journey; the demo is loaded by the composition root.',
			{ path: '^src/', pathNot: `${server}app\\.ts$|^src/cli/doctor\\.ts$|${testing}` },
			{ path: '^(fixtures|bench|e2e|tools)/' }
		),
		error(
			'no-cycles',
			'Two files that need each other to run are one, or need a third.',
			{},
			{ circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
		),
		error(
			'resolvable',
			'An import that leads nowhere would pass every other rule.',
			{},
			{
				couldNotResolve: true,
				pathNot: virtual
			}
		),
		error(
			'listed-packages-only',
			'A package is listed in package.json, pinned, before it is used.',
			{},
			{
				dependencyTypes: ['npm-no-pkg', 'npm-unknown']
			}
		)
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^src/lib/paraglide/messages/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'node', 'default', 'types', 'svelte'],
			extensions: ['.ts', '.js', '.mjs', '.svelte']
		}
	}
};
