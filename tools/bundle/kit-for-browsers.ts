import type { Plugin } from 'vite';

type Change = readonly [from: string | RegExp, to: string];

/** What of SvelteKit's own code becomes other code in the browser, by the end of its file's name. */
const changes: Readonly<Record<string, readonly Change[]>> = {
	// The start waits for the rest of the client anyway, and the frame has both: no request in between. SvelteKit's build
	// looks for something that the start loads later; that is the application.
	'/runtime/client/entry.js': [
		[
			"/** @type {Promise<typeof import('./client-entry.js')>} */\nlet client;",
			"import * as client from './client-entry.js';\n" +
				"export const loadApp = () => import('<sveltekit:generated>/client-optimized/app.js');"
		],
		["	client ??= import('./client-entry.js');\n", ''],
		['(await client).start(', 'client.start('],
		['(await client).load_css(', 'client.load_css(']
	],
	// Only a server writes a page's data as script.
	'/runtime/app/internal/transport.js': [
		['	uneval = (data) => devalue.uneval(data, replacer);\n', ''],
		[/\t\/\*\* @param \{unknown\} thing \*\/\n\tconst replacer = [\s\S]*?\n\t\};\n/, '']
	]
};

/** The code with every change made; a change that finds nothing is an error, since the framework has become another. */
export function changed(id: string, code: string): string | null {
	const file = Object.keys(changes).find((end) => id.endsWith(end));
	if (file === undefined) return null;
	return (changes[file] ?? []).reduce((before, [from, to]) => {
		const after = before.replace(from, to);
		if (after === before) throw new Error(`${file} is other than kit-for-browsers.ts expects.`);
		return after;
	}, code);
}

/** The name of the global in which SvelteKit's page leaves what its client starts from, as its build sets it. */
const globalOf = (nameOfOutput: unknown) =>
	typeof nameOfOutput === 'string' ? `globalThis.${nameOfOutput.replace(/\.app$/, '')}` : undefined;

/** Takes out of SvelteKit's client what a browser never runs, and the requests it can do without. */
export function kitForBrowsers(): Plugin {
	return {
		name: 'locus-kit-for-browsers',
		apply: 'build',
		enforce: 'post',
		// The client and its start are in one file, so it cannot wait to be told: it reads the global by itself.
		configEnvironment(name, { build }) {
			if (name !== 'client') return;
			const output = build?.rolldownOptions?.output;
			const payload = Array.isArray(output) ? undefined : globalOf(output?.name);
			if (payload === undefined) throw new Error('SvelteKit names its global otherwise now.');
			return { define: { __SVELTEKIT_PAYLOAD__: payload } };
		},
		applyToEnvironment: ({ name }) => name === 'client',
		transform: {
			filter: { id: /@sveltejs\/kit\/src\/runtime\// },
			handler(code, id) {
				const other = changed(id, code);
				return other === null ? null : { code: other, map: null };
			}
		}
	};
}

/** The ends of the names of the files that change. */
export const changedFiles: readonly string[] = Object.keys(changes);
