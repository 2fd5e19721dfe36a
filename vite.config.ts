import { sveltekit } from '@sveltejs/kit/vite';
import adapter from '@sveltejs/adapter-node';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vite';

/** SvelteKit hides the element that speaks a new page's title by this one style attribute. */
const announcerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** Parts of the interface that few pages need, by the names of their messages and patterns. */
const themes: Readonly<Record<string, RegExp>> = {
	staff:
		/messages\/(?:staff|imports|settings|matching|classes|people)_|patterns\/(?:staff|class-grid)/,
	map: /messages\/(?:map|belief)_|patterns\/map|components\/(?:terrain|contours)/,
	// The way to add a work stands on many pages.
	work: /messages\/work_(?!add)|patterns\/work/,
	family: /messages\/(?:family|conversations)_|patterns\/(?:family|talk)/,
	history: /messages\/history_|patterns\/history/
};
const isOfATheme = (id: string) => Object.values(themes).some((theme) => theme.test(id));

/**
 * Few files, so that a first visit over a slow line asks seldom and the next page brings little: one style sheet, one
 * chunk of all that two pages share, one for each theme, and each page's own. SvelteKit's manifest stays apart, as it
 * wants it.
 */
const chunkGroups = [
	{ name: 'styles', test: /\.css(?:$|\?)|lang\.css/, priority: 2 },
	{
		name: 'frame',
		test: (id: string) => !isOfATheme(id) && !id.includes('app-manifest.js'),
		minShareCount: 2,
		priority: 1
	},
	...Object.entries(themes).map(([name, test]) => ({ name, test, minShareCount: 2 }))
];

export default defineConfig({
	environments: {
		client: {
			build: { rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } } }
		}
	},
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['globalVariable', 'baseLocale'],
			emitTsDeclarations: true
		}),
		sveltekit({
			adapter: adapter(),
			csp: {
				mode: 'nonce',
				directives: {
					'default-src': ['self'],
					'script-src': ['self'],
					'style-src': ['self'],
					'style-src-attr': ['unsafe-hashes', announcerStyle],
					'img-src': ['self', 'blob:', 'data:'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'object-src': ['none'],
					'base-uri': ['self'],
					'form-action': ['self'],
					'frame-ancestors': ['none']
				}
			}
		})
	]
});
